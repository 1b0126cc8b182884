using System.Globalization;
using HomelabPortal.Simulator.Kubernetes.Selecting;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>The query of a list or watch, checked as the real server checks it.</summary>
internal sealed record ListQuery
{
    public required ObjectFilter Filter { get; init; }

    public int Limit { get; init; }

    public string Continue { get; init; } = "";

    /// <summary>Null when the query has none.</summary>
    public long? ResourceVersion { get; init; }

    public string Match { get; init; } = "";

    public bool Bookmarks { get; init; }

    public TimeSpan? Timeout { get; init; }

    public static ListQuery Parse(ApiRequest request, IQueryCollection query)
    {
        string Value(string key) => query[key].ToString();
        if (Value("sendInitialEvents").Length > 0)
            throw Statuses.InvalidOptions("ListOptions", FieldError.Forbidden("sendInitialEvents", request.Verb == "watch"
                ? "sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled"
                : "sendInitialEvents is forbidden for list"));
        var version = Value("resourceVersion");
        var match = Value("resourceVersionMatch");
        var token = Value("continue");
        if (match.Length > 0) CheckMatch(match, version, request.Verb, token);
        else if (token.Length > 0 && version is not ("" or "0")) throw Statuses.BadRequest("specifying resource version is not allowed when using continue");
        return new ListQuery
        {
            Filter = ObjectFilter.Parse(request.Resource, request.Namespace, request.Name, Value("labelSelector"), Value("fieldSelector")),
            Limit = Number(Value("limit"), "limit") is > 0 and < int.MaxValue and var limit ? (int)limit : 0,
            Continue = token,
            ResourceVersion = version.Length == 0 ? null : Version(version),
            Match = match,
            Bookmarks = ApiPath.IsTrue(Value("allowWatchBookmarks")),
            Timeout = Number(Value("timeoutSeconds"), "timeoutSeconds") is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
    }

    private static void CheckMatch(string match, string version, string verb, string token)
    {
        const string field = "resourceVersionMatch";
        if (verb == "watch")
            throw Statuses.InvalidOptions("ListOptions", FieldError.Forbidden(field, "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided"));
        if (token.Length > 0)
            throw Statuses.InvalidOptions("ListOptions", FieldError.Forbidden(field, "resourceVersionMatch is forbidden when continue is provided"));
        if (version.Length == 0)
            throw Statuses.InvalidOptions("ListOptions", FieldError.Forbidden(field, "resourceVersionMatch is forbidden unless resourceVersion is provided"));
        if (match is not ("Exact" or "NotOlderThan"))
            throw Statuses.InvalidOptions("ListOptions", FieldError.Unsupported(field, match, ["Exact", "NotOlderThan"]));
        if (match == "Exact" && version == "0")
            throw Statuses.InvalidOptions("ListOptions", FieldError.Forbidden(field, "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""));
    }

    private static long Version(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        ? version
        : throw Statuses.InvalidOptions("ListOptions", FieldError.Invalid("resourceVersion", text, $"strconv.ParseUint: parsing \"{text}\": invalid syntax"));

    private static long Number(string text, string key) => text.Length == 0 ? 0
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Statuses.BadRequest($"unable to convert {key}: strconv.ParseInt: parsing \"{text}\": invalid syntax");
}
