using System.Text.RegularExpressions;

namespace HomelabPortal.Tests.Simulator.Contract;

/// <summary>A place where the wire is known to differ from the document.</summary>
/// <param name="At">Where: a pattern over a whole finding, "operation status place: what".</param>
/// <param name="Why">What we know better, and from where.</param>
internal sealed record KnownDifference(string At, string Why)
{
    private const string NeverSetByDocker =
        "Warnings|Links|Aliases|DNSNames|VolumesFrom|CapAdd|CapDrop|Dns|DnsOptions|DnsSearch|ExtraHosts|GroupAdd|SecurityOpt|Devices|DeviceCgroupRules"
        + "|DeviceRequests|DeviceIDs|MemorySwappiness|OomKillDisable|Ulimits|Volumes|Entrypoint";

    /// <summary>Everything in which the documents are dated, ahead of the engines we speak to, or at odds with themselves.</summary>
    public static IReadOnlyList<KnownDifference> All { get; } =
    [
        new(@"^\S+ \S+ 4\d\d answer/success: false is none of \[true\]$",
            "The document joins the shape of success and that of failure with allOf, which nothing can satisfy; the failure part is what is sent."),
        new(@"^\S+ \S+ 4\d\d answer/result: (is null|fits no branch of anyOf; nearest:|fits \d+ branches of oneOf)$",
            "The same: a failure has no result."),
        new(@"^DELETE /zones/\{zone_id\}/dns_records/\{dns_record_id\} 200 answer/(success|errors|messages): is not declared$",
            "The document shows the result alone; the envelope is around it as around every answer."),
        new(@"^\S+ \S+ 200 answer/result_info/total_pages: is not declared$", "Sent by Cloudflare, not in the document of 2024."),
        new(@"^GET /zones(/\{zone_id\})? 200 answer/result(/\d+)?/(status|paused|type): is not declared$",
            "The list filters by status, and the answer carries it; the document of 2024 left it out."),
        new(@"^\S+ /zones/\S+ 200 answer/result\S*/comment: is null$", "A record without comment reads back null."),
        new(@"^\S+ /zones/\S+ 200 answer/result\S*: fits no branch of oneOf; nearest:$", "Follows from the comment; what else does not fit is named beside it."),
        new(@"^(GET|POST|DELETE) /accounts/\S+/cfd_tunnel\S* 200 answer/result\S*/(deleted_at|conns_inactive_at|conns_active_at): is null$",
            "The document's own words say null for a tunnel that never was inactive or deleted."),
        new(@"^(GET|POST|DELETE) /accounts/\S+/cfd_tunnel\S* 200 answer/result(/\d+)?: fits no branch of anyOf; nearest:$", "Follows from those nulls."),
        new(@"^PUT /accounts/\S+/configurations 200 body/config/warp-routing: is read-only and must not be sent$",
            "The whole document is replaced, so everything that came is sent back, this ignored member too."),
        new(@"^GET /accounts/[0-9a-f]+/access/(groups|service_tokens) 200 path: is not in the document$",
            "Both lists are part of the API (developers.cloudflare.com/api), the extract leaves them out."),
        new(@"^GET /accounts/\S+/access/\S+ 200 query (page|per_page): is not in the document$", "Added to the lists of Access after 2024."),
        new(@"^POST /accounts/\S+/access/tags 201 body: is Object, not string$",
            "The document of 2024 gives the body the schema of the name alone; what is sent is an object that holds it."),
        new($@"^GET /(info|containers/json|containers/\{{id\}}/json) 200 answer\S*/({NeverSetByDocker}): is null$",
            "Engines of 20.10 to 28.5 write an empty list as null: see the recordings."),
        new(@"^GET /containers/\{id\}/json 200 answer/NetworkSettings/Bridge: is not declared$", "Gone from the API in 1.52; we speak up to 1.51."),
        new(@"^GET /events 200 answer/(status|id|from): is not declared$", "The same."),
        new(@"^(GET|POST) /(containers|images|volumes|networks)\S* 200 answer\S*/(Labels|Options|Warnings|Entrypoint|Volumes|ImagesDeleted|io_service_bytes_recursive): is null$",
            "The same engines write empty lists and maps as null here too."),
        new(@"^POST /(exec/\{id\}/start|images/create) 200 answer: should be empty$", "The document leaves out the stream that the answer is."),
        new(@"^POST /images/create 200 body: is missing$", "The body is an image to import; a pull has none."),
        new(@"^GET /images/\{name\}/json 200 answer/(Parent|DockerVersion): is not declared$", "Gone after 1.51, the newest that is spoken."),
        new(@"^GET /networks 200 answer/\d+/Containers: is not declared$", "The same."),
        new(@"^GET /system/df 200 answer/(LayersSize|Images|Containers|Volumes|BuildCache): is not declared$", "Reshaped in 1.52; up to 1.51 it is as sent."),
    ];

    public bool Covers(string finding) => Regex.IsMatch(finding, At);
}
