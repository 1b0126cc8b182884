namespace HomelabPortal.Logins.Api;

/// <summary>An Access application as it stands in Cloudflare.</summary>
/// <param name="Places">The hostnames it stands before, each with a path if only that is meant.</param>
/// <param name="IsOurs">This portal made it.</param>
/// <param name="Audience">What the tokens of its login are for.</param>
/// <param name="Policies">What its policies are called, the first to be asked first.</param>
internal sealed record LoginResource(string Id, string Name, IReadOnlyList<string> Places, bool IsOurs, string? Audience, IReadOnlyList<string> Policies, string? SessionDuration)
{
    public static LoginResource Of(LiveLoginApplication application, LoginState state, string instance) => new(
        application.Id, application.ReadableName, application.Places, application.IsTagged && application.Mark?.Instance == instance, application.Audience,
        [.. application.Policies.Select(id => state.FindPolicy(id)?.ReadableName ?? id)], application.SessionDuration);
}
