using System.Web;

namespace HomelabPortal.Tests.Kubernetes;

internal sealed record ScriptedRequest(string Method, string Target, string Body, string? ContentType, IReadOnlyDictionary<string, string> Headers)
{
    public string Path => Target.Split('?')[0];

    public bool IsWatch => this["watch"] == "1";

    /// <summary>A parameter of the query, or null.</summary>
    public string? this[string parameter] => HttpUtility.ParseQueryString(Target.Contains('?') ? Target[Target.IndexOf('?')..] : "")[parameter];
}
