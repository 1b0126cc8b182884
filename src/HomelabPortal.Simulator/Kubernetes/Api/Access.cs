using HomelabPortal.Simulator.Hosting;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>Who may do what: one token may do everything, the other may read everything but secrets, logs and what runs inside pods.</summary>
internal sealed class Access(LabTokens tokens)
{
    private const string Scheme = "Bearer ";

    /// <returns>Null for a caller it does not know.</returns>
    public string? UserOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var token = header[Scheme.Length..].Trim();
        return token == tokens.Admin ? "simulated-admin" : token == tokens.ReadOnly ? "simulated-viewer" : null;
    }

    public static bool Allows(string user, string verb, string plural, string subresource = "") =>
        user == "simulated-admin" || (verb is "get" or "list" or "watch" && plural != "secrets" && subresource is ("" or "status" or "scale"));

    /// <exception cref="StatusException">403, in the words of the real server.</exception>
    public static void Check(string user, ApiRequest request, string? verb = null)
    {
        verb ??= request.Verb == "apply" ? "patch" : request.Verb;
        var resource = request.Resource;
        if (Allows(user, verb, resource.Plural, request.Subresource)) return;
        var what = request.Subresource.Length == 0 ? resource.Plural : $"{resource.Plural}/{request.Subresource}";
        var name = request.Name is null ? "" : $" \"{request.Name}\"";
        var scope = request.Namespace is null ? "at the cluster scope" : $"in the namespace \"{request.Namespace}\"";
        throw Statuses.Forbidden(resource, request.Name,
            $"{resource.QualifiedName}{name} is forbidden: User \"{user}\" cannot {verb} resource \"{what}\" in API group \"{resource.Group}\" {scope}");
    }
}
