using System.Text.Json.Nodes;
using HomelabPortal.Cloudflare;
using HomelabPortal.Logins.Planning;

namespace HomelabPortal.Logins.Writing;

/// <summary>Pure: images as the client library sends them. A write replaces the whole, so what the portal does not know goes back as it came.</summary>
internal static class LoginBodies
{
    public static NewAccessPolicy NewPolicy(JsonNode wish) => new()
    {
        Name = NameOf(wish),
        Decision = DecisionOf(wish),
        Include = LoginMapping.ToRules(wish, "include"),
    };

    public static AccessPolicy Changed(AccessPolicy policy, JsonNode wish) => policy with
    {
        Name = NameOf(wish),
        Decision = DecisionOf(wish),
        Include = LoginMapping.ToRules(wish, "include"),
        Exclude = LoginMapping.ToRules(wish, "exclude"),
        Require = LoginMapping.ToRules(wish, "require"),
    };

    public static NewAccessApplication NewApplication(JsonNode wish, IReadOnlyList<string> policies) => new()
    {
        Name = NameOf(wish),
        Domain = ApplicationImage.PlaceOf(wish),
        SessionDuration = (string?)wish["session"],
        AllowedIdps = Providers(wish),
        AutoRedirectToIdentity = Providers(wish) is [_] ? true : null,
        // A path that asks nobody is no application to start from.
        AppLauncherVisible = !ApplicationImage.PlaceOf(wish).Contains('/'),
        Tags = [LoginMark.Tag],
        Policies = policies,
    };

    public static AccessApplication Changed(AccessApplication application, JsonNode wish, IReadOnlyList<string> policies)
    {
        var place = ApplicationImage.PlaceOf(wish);
        return application with
        {
            Name = NameOf(wish),
            Domain = place,
            Destinations = application.Destinations is null ? null : [AccessDestination.Public(place)],
            SelfHostedDomains = application.SelfHostedDomains is null ? null : [place],
            SessionDuration = (string?)wish["session"],
            AllowedIdps = Providers(wish),
            AutoRedirectToIdentity = Providers(wish) is [_],
            Tags = [.. (application.Tags ?? []).Append(LoginMark.Tag).Distinct()],
            Policies = [.. policies.Select(id => new AccessApplicationPolicy { Id = id })],
        };
    }

    /// <summary>The ids of the policies that an image names by their marks; null while one of them is not there.</summary>
    public static IReadOnlyList<string>? PolicyIds(JsonNode wish, LoginState state)
    {
        var ids = ApplicationImage.PoliciesOf(wish).Select(mark => state.Policies.FirstOrDefault(policy => policy.Mark?.ToString() == mark)?.Id).ToList();
        return ids.Contains(null) ? null : [.. ids.OfType<string>()];
    }

    private static IReadOnlyList<string>? Providers(JsonNode wish) => ApplicationImage.ProvidersOf(wish).ToList() is { Count: > 0 } providers ? providers : null;

    private static string NameOf(JsonNode wish) => (string?)wish["name"] ?? throw new FormatException("The image has no name.");

    private static string DecisionOf(JsonNode wish) => (string?)wish["decision"] ?? throw new FormatException("The image has no decision.");
}
