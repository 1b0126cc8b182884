using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Containers.Checking;

/// <summary>What containers of Docker hosts may reach.</summary>
internal sealed class ContainerOptions : IValidatedOptions
{
    public static string Section => "Containers";

    /// <summary>Folders of the hosts under which containers may mount folders, for example /srv/models. Volumes need none.</summary>
    public string[] BindRoots { get; set; } = [];

    public IEnumerable<string> Faults() =>
        from root in BindRoots
        let why = HostFolder.WhyNoRoot(root)
        where why is not null
        select $"Containers:BindRoots “{root}” cannot be one: {why}";
}
