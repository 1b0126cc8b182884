using HomelabPortal.Desired;
using HomelabPortal.Exposures.Reach;

namespace HomelabPortal.Exposures.Api;

/// <summary>"This at this hostname, in the house or on the Internet."</summary>
/// <param name="Visibility">lan, unless it is tunnel: reachable from the Internet.</param>
/// <param name="Confirm">The hostname again, for tunnel without a login: anyone could then open it.</param>
/// <param name="LoginPolicy">For tunnel, the id of the policy of /login-policies that guards it. Without it and without confirm, the one it has or the default one.</param>
/// <param name="OpenPaths">Paths that need no login, such as /api, for programs that cannot sign in.</param>
/// <param name="ExpiresAt">For tunnel, when it is taken back by itself; without it, it stays.</param>
internal sealed record ExposureWish(
    string? Hostname = null, BackendWish? Backend = null, Visibility? Visibility = null, string? Confirm = null,
    string? LoginPolicy = null, IReadOnlyList<string>? OpenPaths = null, DateTimeOffset? ExpiresAt = null)
{
    /// <summary>The wish as answers to the form of the page, so that both are judged alike.</summary>
    /// <param name="usualPolicy">What guards it when the wish says nothing of a login.</param>
    public ExposureForm ToForm(string? usualPolicy) => new()
    {
        BackendKind = Backend?.Kind ?? BackendKind.Service,
        Service = Backend is { Namespace: { } ns, Service: { } service } ? $"{ns}/{service}" : "",
        ServicePort = Backend?.Port ?? "",
        Container = Backend?.Container ?? "",
        Address = Backend?.Address ?? "",
        AddressPort = Backend?.Port ?? "",
        IsHttps = Backend?.Scheme == "https",
        Hostname = Hostname ?? "",
        Visibility = Visibility ?? Desired.Visibility.Lan,
        Confirmation = Confirm ?? "",
        Reach = new ReachForm
        {
            Login = LoginPolicy ?? (Confirm is null ? usualPolicy : null) ?? "",
            Paths = string.Join('\n', OpenPaths ?? []),
            Duration = ExpiresAt is null ? ReachDuration.Always : ReachDuration.Keep,
            End = ExpiresAt?.ToUniversalTime(),
        },
    };
}
