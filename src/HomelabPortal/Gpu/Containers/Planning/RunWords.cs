using System.Globalization;

namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>Pure: how a container is doing, in a sentence.</summary>
internal static class RunWords
{
    private const double Step = 1024;
    private static readonly string[] _units = ["B", "KiB", "MiB", "GiB", "TiB"];

    public static string Pulling(ImagePull pull) => pull.TotalBytes > 0
        ? $"Pulling {pull.Image}: {Bytes(pull.DoneBytes)} of {Bytes(pull.TotalBytes)}."
        : $"Pulling {pull.Image}.";

    public static string Ended(LiveContainer container) => container switch
    {
        { Error: { Length: > 0 } error } => $"It did not start: {error}",
        { State: "restarting" } => $"It ends with code {container.ExitCode} and is started again and again ({container.RestartCount} times). Its log says why.",
        _ => $"It ended with code {container.ExitCode}. Its log says why.",
    };

    public static string Bytes(long bytes)
    {
        var (value, unit) = ((double)bytes, 0);
        while (value >= Step && unit < _units.Length - 1)
            (value, unit) = (value / Step, unit + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {_units[unit]}");
    }
}
