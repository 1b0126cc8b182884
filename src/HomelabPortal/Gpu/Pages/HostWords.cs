using System.Globalization;
using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Lab;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Gpu.Pages;

/// <summary>What is said of a machine.</summary>
internal static class HostWords
{
    public const string NotMeasured =
        "Set Docker:Hosts:…:GpuProbeImage to a small image with a glibc, such as debian:stable-slim. The portal then runs a container of its own there that may do nothing but ask the driver, and shows load, memory and who holds it.";

    private const double Gibi = 1L << 30;

    /// <summary>"Docker 28.5.2 on Debian 13, 16 processors, 62 GiB. GPUs by CDI devices."</summary>
    public static string Of(HostFacts facts)
    {
        var memory = string.Create(CultureInfo.InvariantCulture, $"{facts.MemoryBytes / Gibi:0} GiB");
        var processors = facts.Processors == 1 ? "1 processor" : $"{facts.Processors} processors";
        return $"Docker {facts.Engine} on {facts.System}, {processors}, {memory}. {Attachment(facts)}";
    }

    /// <summary>"whisper no longer sees its GPU, though the host does. …"</summary>
    public static string Lost(IReadOnlyList<string> containers) =>
        containers is [var only]
            ? $"{only} no longer sees its GPU, though the host does. This happens when the host's services are reloaded; restart the container to give it back."
            : $"{string.Join(", ", containers)} no longer see their GPU, though the host does. This happens when the host's services are reloaded; restart the containers to give it back.";

    /// <summary>How fresh the figures of its cards are.</summary>
    public static Freshness Figures(GpuHostState host) => new(host is { AsOf: null, Fault: null, Source: not GpuSource.None }, host.AsOf, host.Fault);

    private static string Attachment(HostFacts facts)
    {
        var words = facts.Attachment switch
        {
            GpuAttachmentMode.Cdi => "GPUs are given out as CDI devices",
            GpuAttachmentMode.DeviceRequest => "GPUs are given out by device requests",
            GpuAttachmentMode.Runtime => "GPUs are given out by the NVIDIA runtime",
            _ => "It gives out no GPU",
        };
        return facts.IsChosen ? $"{words}, as set." : $"{words}.";
    }
}
