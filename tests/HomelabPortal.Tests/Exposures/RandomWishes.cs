using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Desired;
using HomelabPortal.Exposures;
using HomelabPortal.Ingress;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels;

namespace HomelabPortal.Tests.Exposures;

/// <summary>Generates what an owner might want of four hostnames, for the property tests of the planners.</summary>
internal static class RandomWishes
{
    public const string Instance = "inst0001";
    public const string TunnelId = "11111111-2222-3333-4444-555555555555";

    public static readonly string[] Hosts = ["a.cowlab.org", "b.cowlab.org", "c.cowlab.org", "b.c.cowlab.org"];

    public static readonly LabFacts Facts = new("10.0.0.99", TunnelId);

    public static Gen<DesiredState> States { get; } = StatesOf(isContested: false);

    /// <summary>The same, where an exposure may take the hostname that another one had.</summary>
    public static Gen<DesiredState> ContestedStates { get; } = StatesOf(isContested: true);

    /// <summary>Every hostname that may be wanted.</summary>
    public static IEnumerable<string> AllHosts => Hosts.Concat(Hosts.Select(Renamed));

    public static PlanRequest Request(DesiredState state, Ledger ledger)
    {
        var resources = ExposureCompiler.Compile(state, new IngressOptions(), new TunnelOptions(), GoldenCase.Now);
        return new PlanRequest(state.Instance, resources.ToImmutableArray(), ledger, Facts);
    }

    private static string Renamed(string host) => "renamed-" + host;

    private static Gen<DesiredState> StatesOf(bool isContested) =>
        from wishes in WishOf(0, isContested).Zip(WishOf(1, isContested)).Zip(WishOf(2, isContested)).Zip(WishOf(3, isContested))
        select new DesiredState
        {
            Instance = Instance,
            Exposures =
            [
                .. new[] { wishes.Item1.Item1.Item1, wishes.Item1.Item1.Item2, wishes.Item1.Item2, wishes.Item2 }.OfType<Exposure>()
                    .DistinctBy(exposure => exposure.Hostname),
            ],
        };

    private static Gen<Exposure?> WishOf(int host, bool isContested) =>
        from isWanted in Gen.Elements(true, true, false)
        from visibility in Gen.Elements(Visibility.Lan, Visibility.Tunnel)
        from isConfirmed in Gen.Elements(true, true, false)
        from backend in Gen.Elements<Backend>(
            new KubernetesBackend("media", "web", "http"), new KubernetesBackend("media", "web", "81"), new AddressBackend("10.0.0.175", 443, "https"), new AddressBackend("nas.lan", 80))
        from name in Gen.Elements(Hosts[host], Hosts[host], Renamed(Hosts[host]), isContested ? Hosts[(host + 1) % Hosts.Length] : Hosts[host])
        select isWanted
            ? new Exposure
            {
                Id = $"ex0000000{host}", Hostname = Hostname.Parse(name), Backend = backend, Visibility = visibility, IsPublicWithoutLogin = isConfirmed,
            }
            : null;
}
