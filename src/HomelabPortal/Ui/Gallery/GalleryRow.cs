using System.Collections.Immutable;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Ui.Gallery;

/// <summary>A made-up row of the component gallery.</summary>
internal sealed record GalleryRow(int Id, string Name, string Namespace, HealthState State, string Word, double Cpu, double Memory, int Restarts, DateTimeOffset Started)
{
    private static readonly string[] Names = ["jellyseerr-7c9d5bd8f6-x2lqp", "sonarr-0", "radarr-5f6c9b7d4-mn8kz", "gitea-0", "traefik-6d9f8c7b5-qq7wd", "open-webui-84b9f7c6d-7t2ls", "longhorn-manager-x9k4w", "vaultwarden-0", "homepage-5b7f9d8c6-p4zrt"];

    public static ImmutableArray<GalleryRow> Make(int count, DateTimeOffset now) =>
        [.. Enumerable.Range(0, count).Select(index => new GalleryRow(
            index, index < Names.Length ? Names[index] : $"{Names[index % Names.Length]}-{index}", index % 3 == 0 ? "media" : index % 3 == 1 ? "kube-system" : "apps",
            index switch { 0 => HealthState.Broken, 2 => HealthState.Progressing, 6 => HealthState.Degraded, 7 => HealthState.Unknown, _ => HealthState.Healthy },
            index switch { 0 => "Crash loop", 2 => "Starting", 6 => "1 of 2 ready", 7 => "Unknown", _ => "Running" },
            index * 37 % 100 / 100.0, index * 53 % 97 / 100.0, index == 0 ? 14 : index % 4, now.AddMinutes(-index * index - 3)))];
}
