using HomelabPortal.Access.Authority;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;

namespace HomelabPortal.Tests.Access.Endpoints;

/// <summary>One way into the portal: a method at a pattern, and what the application itself says of who may.</summary>
/// <param name="Path">The pattern with something in place of its parameters.</param>
/// <param name="Guard">The act it requires, "signed in", or "open".</param>
internal sealed record ListedEndpoint(string Method, string Pattern, string Path, string Guard)
{
    public const string Open = "open";
    private const string PolicyPrefix = "act:";

    public bool IsOpen => Guard == Open;

    /// <summary>The rule of the table of acts; null when it requires none.</summary>
    public ActRule? Rule => Enum.TryParse<Act>(Guard, out var act) ? ActTable.Of(act) : null;

    /// <summary>Files come one endpoint a version of each; they are told apart by <see cref="IsFile"/>.</summary>
    public static IEnumerable<ListedEndpoint> Of(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"];
        var pattern = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
        return methods.Select(method => new ListedEndpoint(method, pattern, PathOf(endpoint.RoutePattern), GuardOf(endpoint)));
    }

    public static bool IsFile(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static string GuardOf(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return Open;
        var acts = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()
            .Select(data => data.Policy).OfType<string>().Where(policy => policy.StartsWith(PolicyPrefix, StringComparison.Ordinal))
            .Select(policy => policy[PolicyPrefix.Length..]).Distinct().ToList();
        return acts.Count == 0 ? "signed in" : string.Join('+', acts);
    }

    private static string PathOf(RoutePattern pattern) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(TextOf))));

    private static string TextOf(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { ParameterPolicies: var policies } => policies.Any(policy => policy.Content is "long" or "int") ? "1" : "nothing",
        _ => "",
    };
}
