using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Servers;
using HomelabPortal.Ingress;
using HomelabPortal.Logins.Planning;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels.Planning;

namespace HomelabPortal.Exposures.Backing;

/// <summary>
/// Pure: which names on the Internet lead to a container that is to become a server without a login of its own, so that it waits until they are withdrawn.
/// <code>
/// known to the ledger                                                 a door
/// rule or record of an exposure or free rule that leads there         yes
/// rule or record of one whose route was last written to lead there    yes
/// free rule that was last written to lead there                       yes
/// any of these, its rule asks for a login and no path is open         no
/// any other                                                           no
/// </code>
/// The ledger is asked and not the wish: what is held, refused or cannot be seen is on the Internet still.
/// </summary>
/// <param name="Owners">The exposures and free rules that lead there by their wish.</param>
/// <param name="Places">Where it is reached, as address:port; an address that is not known is a star.</param>
internal sealed record OpenDoors(string Title, ImmutableHashSet<string> Owners, ImmutableHashSet<string> Places)
{
    private const string AnyAddress = "*";

    /// <returns>Null for what has a login of its own, and for what nobody knows: those wait for nothing.</returns>
    public static OpenDoors? Of(DesiredContainer container, DesiredState desired, DockerState docker)
    {
        if (ServersWithoutLogin.Of(container) is not { } title)
            return null;
        var host = docker.FindHost(container.Host);
        var places = ContainerPorts.Of(container, docker.Find(container.Host, container.Name), host).SelectMany(port => PlacesOf(port, host)).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        bool Leads(Backend backend) => BackendEnds.Of(backend, desired, docker).Any(end => end switch
        {
            ContainerBackend named => named.Host == container.Host && named.Container == container.Name,
            AddressBackend address => IsIn(places, address.Address, address.Port),
            _ => false,
        });
        var owners = desired.Exposures.Where(exposure => Leads(exposure.Backend)).Select(exposure => exposure.Id)
            .Concat(desired.TunnelEntries.Where(entry => RuleSights.Backends(entry, desired).Any(Leads)).Select(entry => entry.Id));
        return new OpenDoors(title, [.. owners], places);
    }

    /// <summary>Why it may not be made or started now; null when no name leads there without a login.</summary>
    public string? WhyShut(Ledger ledger)
    {
        var entries = ledger.Entries.Values.ToLookup(entry => entry.OwnerId);
        var door = ledger.Entries.Values.Where(IsOnTheInternet)
            .Where(entry => (Owners.Contains(entry.OwnerId) || entries[entry.OwnerId].Any(LeadsHere)) && !IsGuarded(entries[entry.OwnerId]))
            .Select(NameOf).Order(StringComparer.Ordinal).FirstOrDefault();
        return door is null
            ? null
            : $"{Title} has no login of its own, and {door} still leads there from the Internet. It waits until that name is withdrawn or asks for a login.";
    }

    private static bool IsOnTheInternet(LedgerEntry entry) =>
        entry.Key.Target == TunnelView.Target
        || (entry.Key.Target == DnsView.Target && (string?)entry.LastApplied["content"] is { } content && DnsEntry.LeadsToTunnel(content));

    /// <summary>Its rules ask for a login, and none of its paths is let through without one.</summary>
    private static bool IsGuarded(IEnumerable<LedgerEntry> ofOwner)
    {
        var all = ofOwner.ToList();
        var rules = all.Where(entry => entry.Key.Target == TunnelView.Target).ToList();
        return rules.Count > 0 && rules.TrueForAll(rule => (bool?)rule.LastApplied["originRequest"]?["access"]?["required"] == true)
            && !all.Exists(entry => entry.Key.Target == LoginView.Target && entry.Key.Kind == LoginView.ApplicationKind && entry.Key.Name.Contains('/', StringComparison.Ordinal));
    }

    private bool LeadsHere(LedgerEntry entry) => (entry.Key.Target, entry.Key.Kind) switch
    {
        (TunnelView.Target, _) => RuleSights.Place((string?)entry.LastApplied["service"] ?? "") is { } place && IsIn(Places, place.Address, place.Port),
        (IngressView.Target, Manifests.EndpointSlice) => (int?)entry.LastApplied["ports"]?[0]?["port"] is { } port
            && (entry.LastApplied["endpoints"]?[0]?["addresses"] as JsonArray ?? []).Any(address => IsIn(Places, (string?)address ?? "", port)),
        (IngressView.Target, Manifests.Service) => (string?)entry.LastApplied["spec"]?["externalName"] is { } name
            && (int?)entry.LastApplied["spec"]?["ports"]?[0]?["port"] is { } port && IsIn(Places, name, port),
        _ => false,
    };

    private static string NameOf(LedgerEntry entry) => (string?)entry.LastApplied["hostname"] ?? (string?)entry.LastApplied["name"] ?? entry.Key.Name;

    private static IEnumerable<string> PlacesOf(DockerPort port, DockerHostState? host)
    {
        if (Bindings.IsLoopback(port.Address))
            return [];
        List<string?> addresses = [host?.LanAddress, host?.Name, .. host?.OtherAddresses ?? []];
        addresses.Add(!Bindings.IsEverywhere(port.Address) ? port.Address : host?.LanAddress is null ? AnyAddress : null);
        return addresses.OfType<string>().Select(address => $"{address}:{port.Port}");
    }

    private static bool IsIn(ImmutableHashSet<string> places, string address, int port) => places.Contains($"{address}:{port}") || places.Contains($"{AnyAddress}:{port}");
}
