using HomelabPortal.Cluster;
using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Platform;

namespace HomelabPortal.Exposures;

/// <summary>The state of one person's expose form, apart from how it is drawn.</summary>
internal sealed class ExposeFlow(Live<ClusterState> cluster, Live<DockerState> docker, DesiredIds ids)
{
    public ExposureForm Form { get; } = new();

    public string Id { get; } = ids.NewExposure();

    public IReadOnlyDictionary<string, string> Faults { get; private set; } = new Dictionary<string, string>();

    /// <summary>The edit to review; null until the form has no faults.</summary>
    public DesiredEdit? Edit { get; private set; }

    public BackendCatalog Catalog => Backends.Of(cluster.Current.Value, docker.Current.Value);

    public string? Domain => Backends.UsualDomain(cluster.Current.Value);

    public string HostnameHelp => Domain is { } domain
        ? $"A name in one of your zones, such as name.{domain}."
        : "A full name in one of your zones.";

    public string? FaultOf(string field) => Faults.GetValueOrDefault(field);

    /// <summary>Starts from a service that another page named.</summary>
    public void Begin(string? service)
    {
        if (service?.Split('/') is [var ns, var name] && Catalog.Find(ns, name) is { } known)
            Form.ChooseService(known, Domain);
    }

    /// <summary>Finds every fault at once; true when there is something to review.</summary>
    public bool Check()
    {
        (var exposure, Faults) = Form.Read(Id, Catalog);
        Edit = exposure is null ? null : new DesiredEdit.PutExposure(exposure);
        return Edit is not null;
    }
}
