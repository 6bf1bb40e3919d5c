vcl 4.1;

# Varnish 6.6 or later in front of Strapi with story-blocks. See docs/caching.md.

import std;

backend default {
    .host = "127.0.0.1";
    .port = "1337";
    .connect_timeout = 2s;
}

# Who may purge: the relay.
acl purgers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    unset req.http.X-Kept;
    if (req.method == "BAN") {
        if (client.ip !~ purgers) {
            return (synth(403, "Not allowed to purge"));
        }
        if (req.http.X-Cache-Tags !~ "^[A-Za-z0-9:_-]+(,[A-Za-z0-9:_-]+)*$") {
            return (synth(400, "X-Cache-Tags: tags with commas between them"));
        }
        # Names the object alone and no request, so that Varnish's ban lurker can clear it away by itself.
        if (!std.ban("obj.http.Cache-Tag ~ (?:^|,)(?:" + regsuball(req.http.X-Cache-Tags, ",", "|") + ")(?:,|$)")) {
            return (synth(500, std.ban_error()));
        }
        return (synth(200, "Purged"));
    }

    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    if (req.url !~ "^/api/story-blocks/(pages|fronts|related|teasers|rails)(/|\?|$)") {
        return (pass);
    }
    # A caller with a name gets what that caller may read.
    if (req.http.Authorization) {
        return (pass);
    }
    # No answer depends on them.
    unset req.http.Cookie;
    # There are two editions. Who accepts several kinds with texts among them is left to the application.
    if (req.http.Accept !~ "(?i)text/(plain|\*)" || req.http.Accept ~ "(?i)^[^,]*;\s*q=0(\.0*)?\s*(;[^,]*)?$") {
        set req.http.Accept = "application/json";
    } elsif (req.http.Accept !~ ",") {
        set req.http.Accept = "text/plain";
    }
    set req.http.X-Kept = "yes";
    return (hash);
}

sub vcl_backend_fetch {
    unset bereq.http.X-Kept;
    # The relay purges a second time after longer than this: what was being answered while it changed goes then.
    if (!bereq.uncacheable) {
        set bereq.first_byte_timeout = 10s;
    }
}

sub vcl_backend_response {
    if (bereq.uncacheable) {
        return (deliver);
    }
    # Errors, and what was set not to be kept.
    if (beresp.status != 200 || !beresp.http.Cache-Tag || beresp.http.Cache-Control !~ "s-maxage=[1-9]") {
        return (pass(10s));
    }
    # Varnish takes s-maxage as the time to live, and stale-while-revalidate as grace; without the latter, its own 10s.
    if (beresp.http.Cache-Control !~ "stale-while-revalidate") {
        set beresp.grace = 0s;
    }
    # Then confirmed by its ETag, while it is at hand.
    set beresp.keep = 10m;
    return (deliver);
}

sub vcl_deliver {
    unset resp.http.Cache-Tag;
    if (req.http.X-Kept) {
        # Nobody tells the caches behind this one: they have no more than max-age.
        set resp.http.Cache-Control = regsuball(resp.http.Cache-Control, ", *(s-maxage|stale-while-revalidate)=[0-9]+", "");
        if (obj.uncacheable) {
            set resp.http.X-Cache = "PASS";
        } elsif (obj.hits > 0) {
            set resp.http.X-Cache = "HIT";
        } else {
            set resp.http.X-Cache = "MISS";
        }
    }
}
