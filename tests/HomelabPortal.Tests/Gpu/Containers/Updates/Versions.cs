using System.Collections.Immutable;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Containers.Updates;
using HomelabPortal.Gpu.Containers.Updates.Checking;
using HomelabPortal.Gpu.Containers.Writing;

namespace HomelabPortal.Tests.Gpu.Containers.Updates;

/// <summary>Images and what registries say of them, with sensible defaults.</summary>
internal static class Versions
{
    public const string Image = "ollama/ollama:latest";
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static UpdateRule AlwaysOpen { get; } = new()
    {
        Mode = UpdateMode.Window, Window = new UpdateWindow { From = new TimeOnly(0, 0), To = new TimeOnly(23, 59), TimeZone = "UTC" },
    };

    public static string Digest(char letter) => $"sha256:{new string(letter, 64)}";

    public static string ImageId(char letter) => $"sha256:{letter}{new string('9', 63)}";

    /// <summary>An image on the host, which a letter names.</summary>
    public static ImageSummary On(char letter, string repository = "ollama/ollama", params string[] tags) =>
        new() { Id = ImageId(letter), RepoDigests = [$"{repository}@{Digest(letter)}"], RepoTags = tags, Size = 3L << 30, Created = Now.AddDays(-9).ToUnixTimeSeconds() };

    public static DockerContainer Running(char letter, string name = "ollama", string image = Image, string state = "running") =>
        new($"id-{name}", name, image, state, "Up 2 hours", []) { ImageId = ImageId(letter) };

    public static ImageFinding Told(char letter, string image = Image) => new(image, Digest(letter), Now.AddHours(-1), Now.AddHours(-1), Now.AddHours(5));

    public static ImageFinding Failed(FindingFault fault, char? before = null, string image = Image) =>
        new(image, before is { } letter ? Digest(letter) : null, before is null ? null : Now.AddHours(-7), Now, Now.AddHours(1), fault, 1);

    public static UpdateState State(ImageFinding? finding, params ImageSummary[] images) => new(
        finding is null ? UpdateState.Empty.Findings : UpdateState.Empty.Findings.Add(new PullKey(Wish.Host, finding.Image), finding),
        UpdateState.Empty.Images.Add(Wish.Host, [.. images]));

    public static DockerState Docker(params DockerContainer[] containers) => new([new DockerHostState(Wish.Host, null, [.. containers], Now, null)]);
}
