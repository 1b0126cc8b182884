using System.Globalization;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Writing;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>Reads the query and headers of a write.</summary>
internal static class WriteQuery
{
    public const string ApplyType = "application/apply-patch+yaml";
    private const int LongestManager = 128;

    public static WriteOptions Parse(HttpRequest request)
    {
        var manager = request.Query["fieldManager"].ToString();
        if (manager.Length > LongestManager)
            throw Statuses.InvalidOptions(Options(request.Method), new FieldError("FieldValueTooLong", "fieldManager", $"Too long: may not be more than {LongestManager} bytes"));
        if (manager.Any(character => char.IsControl(character)))
            throw Statuses.InvalidOptions(Options(request.Method), FieldError.Invalid("fieldManager", manager, "should only contain printable characters"));
        return new WriteOptions
        {
            Manager = manager.Length > 0 ? manager : ManagerOf(request.Headers.UserAgent.ToString()),
            DryRun = IsDryRun(request.Query["dryRun"].ToString(), request.Method),
            Force = ApiPath.IsTrue(request.Query["force"]),
        };
    }

    public static void CheckApply(HttpRequest request)
    {
        if (request.Query["fieldManager"].ToString().Length == 0)
            throw Statuses.InvalidOptions("PatchOptions", FieldError.Required("fieldManager", "is required for apply patch"));
    }

    public static void CheckPatch(HttpRequest request)
    {
        if (request.Query.ContainsKey("force"))
            throw Statuses.InvalidOptions("PatchOptions", FieldError.Forbidden("force", "may not be specified for non-apply patch"));
    }

    /// <summary>The type of the body without its parameters.</summary>
    public static string MediaType(HttpRequest request) => (request.ContentType ?? "").Split(';')[0].Trim();

    /// <summary>Options come in the body or in the query; the body wins.</summary>
    public static async Task<DeleteOptions> ParseDeleteAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var body = await RequestBody.ReadAsync(context) as JsonObject ?? [];
        var conditions = body["preconditions"] as JsonObject;
        var grace = query["gracePeriodSeconds"].ToString();
        return new DeleteOptions
        {
            Uid = (string?)conditions?["uid"],
            ResourceVersion = (string?)conditions?["resourceVersion"],
            GracePeriodSeconds = (long?)body["gracePeriodSeconds"]
                ?? (long.TryParse(grace, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null),
            DryRun = IsDryRun(body["dryRun"] is JsonArray { Count: > 0 } asked ? (string)asked[0]! : query["dryRun"].ToString(), context.Request.Method),
        };
    }

    private static bool IsDryRun(string value, string method) => value switch
    {
        "" => false,
        "All" => true,
        _ => throw Statuses.InvalidOptions(Options(method), FieldError.Unsupported("dryRun", value, ["All"])),
    };

    private static string Options(string method) => method switch { "POST" => "CreateOptions", "PUT" => "UpdateOptions", "DELETE" => "DeleteOptions", _ => "PatchOptions" };

    // Without a fieldManager the real server takes the first word of the user agent.
    private static string ManagerOf(string userAgent)
    {
        var end = userAgent.IndexOfAny(['/', ' ']);
        var name = end < 0 ? userAgent : userAgent[..end];
        return name.Length == 0 ? "unknown" : name.Length > LongestManager ? name[..LongestManager] : name;
    }
}
