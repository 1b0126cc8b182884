using HomelabPortal.Hostnames.Watching;

namespace HomelabPortal.Apps.Discovery;

/// <summary>What every candidate is looked at with.</summary>
/// <param name="RouteFault">Why the routes cannot be read now; null while they can.</param>
internal sealed record AppScene(string Instance, bool OnlyAnnotated, IReadOnlySet<string> Hide, HostnameState Hostnames, string? RouteFault);
