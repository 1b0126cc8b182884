using System.Collections.Immutable;
using System.Net;
using HomelabPortal.Desired;
using HomelabPortal.Exposures.Backing;
using HomelabPortal.Exposures.Reach;

namespace HomelabPortal.Exposures;

/// <summary>What a person has typed so far. Reading it into an <see cref="Exposure"/> finds every fault at once.</summary>
public sealed class ExposureForm
{
    public const string BackendField = "backend";
    public const string PortField = "port";
    public const string HostnameField = "hostname";
    public const string ConfirmField = "confirm";

    public BackendKind BackendKind { get; set; } = BackendKind.Service;

    /// <summary>namespace/name of a Service.</summary>
    public string Service { get; set; } = "";

    public string ServicePort { get; set; } = "";

    /// <summary>host/name:port of a container.</summary>
    public string Container { get; set; } = "";

    public string Address { get; set; } = "";

    public string AddressPort { get; set; } = "";

    public bool IsHttps { get; set; }

    public string Hostname { get; set; } = "";

    public Visibility Visibility { get; set; } = Visibility.Lan;

    /// <summary>Who may open it from the Internet, and for how long; counts for the tunnel alone.</summary>
    public ReachForm Reach { get; set; } = new();

    /// <summary>The hostname, typed again by whoever means it to be public without a login.</summary>
    public string Confirmation { get; set; } = "";

    /// <summary>Fills in what follows from the choice of a service: its only or most likely port, and a name for it.</summary>
    public void ChooseService(ExposableService service, string? zone)
    {
        Service = service.Key;
        ServicePort = PreferredPort(service)?.Key ?? "";
        SuggestHostname(service.Name, zone);
    }

    public void ChooseContainer(ExposableContainer container, string? zone)
    {
        (BackendKind, Container) = (BackendKind.Container, container.Key);
        // What listens for HTTPS usually says so by its port.
        IsHttps = container.ContainerPort is 443 or 8443;
        SuggestHostname(container.Name, zone);
    }

    /// <summary>Reads the form; the exposure is null while anything is wrong.</summary>
    public (Exposure? Exposure, IReadOnlyDictionary<string, string> Faults) Read(
        string id, BackendCatalog catalog, ImmutableArray<LoginPolicy> policies = default, DateTimeOffset now = default, Backend? before = null)
    {
        var faults = new Dictionary<string, string>();
        var backend = ReadBackend(catalog, before, faults);
        if (!Desired.Hostname.TryParse(Hostname, out var hostname, out var fault))
            faults[HostnameField] = fault;
        var isPublic = Visibility == Visibility.Tunnel && Reach.IsPublic;
        if (isPublic && !faults.ContainsKey(HostnameField) && Confirmation.Trim() != hostname.Value)
            faults[ConfirmField] = $"Anyone on the Internet could open it without a login. Type {hostname} to confirm that.";
        if (backend is null)
            return (null, faults);
        var exposure = new Exposure { Id = id, Hostname = hostname, Backend = backend };
        if (Visibility == Visibility.Tunnel)
            exposure = Reach.Apply(exposure, policies.IsDefault ? [] : policies, now, faults);
        return faults.Count > 0 ? (null, faults) : (exposure, faults);
    }

    private Backend? ReadBackend(BackendCatalog catalog, Backend? before, Dictionary<string, string> faults) => BackendKind switch
    {
        BackendKind.Service => ReadService(catalog, faults),
        BackendKind.Container => ReadContainer(catalog, before, faults),
        _ => ReadAddress(faults),
    };

    private KubernetesBackend? ReadService(BackendCatalog catalog, Dictionary<string, string> faults)
    {
        var parts = Service.Split('/');
        if (parts.Length != 2)
        {
            faults[BackendField] = "Choose the service to expose.";
            return null;
        }

        var service = catalog.Find(parts[0], parts[1]);
        if (service is null && catalog.Services is not null)
            faults[BackendField] = $"There is no service {parts[1]} in the namespace {parts[0]}.";
        else if (ServicePort.Length == 0)
            faults[PortField] = "Choose the port that answers HTTP.";
        else if (service is not null && !service.Ports.Any(port => port.Is(ServicePort)))
            faults[PortField] = $"{service.Name} has no port {ServicePort}. It has {string.Join(", ", service.Ports.Select(port => port.Label))}.";
        return new KubernetesBackend(parts[0], parts[1], ServicePort);
    }

    private ContainerBackend? ReadContainer(BackendCatalog catalog, Backend? before, Dictionary<string, string> faults)
    {
        var (backend, fault) = ContainerChoice.Read(Container, Scheme, catalog, before);
        if (fault is not null)
            faults[BackendField] = fault;
        return backend;
    }

    private AddressBackend ReadAddress(Dictionary<string, string> faults)
    {
        var address = Address.Trim();
        if (!IPAddress.TryParse(address, out _) && !Desired.Hostname.TryParse(address, out _, out _))
            faults[BackendField] = "Give an IP address or a DNS name, for example 10.0.0.175.";
        else if (IPAddress.TryParse(address, out var ip) && (IPAddress.IsLoopback(ip) || ip.Equals(IPAddress.Any)))
            faults[BackendField] = $"{address} is the cluster's own machine, seen from the cluster. Give the address other machines use.";
        if (!int.TryParse(AddressPort, out var port) || port is < 1 or > 65535)
            faults[PortField] = "A port is a number from 1 to 65535.";
        return new AddressBackend(address, port, Scheme);
    }

    private string Scheme => IsHttps ? "https" : "http";

    private void SuggestHostname(string name, string? zone)
    {
        if (zone is not null)
            Hostname = $"{name}.{zone}";
    }

    private static ExposablePort? PreferredPort(ExposableService service) =>
        service.Ports.FirstOrDefault(port => port.Name is "http" or "web")
        ?? service.Ports.FirstOrDefault(port => port.Number is 80 or 8080)
        ?? service.Ports.FirstOrDefault();
}
