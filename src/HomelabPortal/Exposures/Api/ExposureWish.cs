using HomelabPortal.Desired;

namespace HomelabPortal.Exposures.Api;

/// <summary>"This at this hostname, in the house or on the Internet."</summary>
/// <param name="Visibility">lan, unless it is tunnel: reachable from the Internet.</param>
/// <param name="Confirm">The hostname again, for tunnel: anyone could then open it without a login.</param>
internal sealed record ExposureWish(string? Hostname = null, BackendWish? Backend = null, Visibility? Visibility = null, string? Confirm = null)
{
    /// <summary>The wish as answers to the form of the page, so that both are judged alike.</summary>
    public ExposureForm ToForm() => new()
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
    };
}
