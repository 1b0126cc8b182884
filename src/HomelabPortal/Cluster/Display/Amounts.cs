namespace HomelabPortal.Cluster.Display;

/// <summary>Amounts of memory and processor in the fewest digits that still compare.</summary>
internal static class Amounts
{
    private static readonly string[] _units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

    /// <summary>"412 MiB", "1.2 GiB".</summary>
    public static string Bytes(double bytes)
    {
        var unit = 0;
        for (; bytes >= 1000 && unit < _units.Length - 1; unit++)
            bytes /= 1024;
        return $"{(bytes < 10 && unit > 0 ? bytes.ToString("0.#") : bytes.ToString("0"))} {_units[unit]}";
    }

    /// <summary>"2.1 of 5 GiB", "300 MiB of 5 GiB": a unit that both have is said once.</summary>
    public static string Part(double part, double whole)
    {
        if (part == 0)
            return $"0 of {Bytes(whole)}";
        var (left, right) = (Bytes(part), Bytes(whole));
        return left.Split(' ') is [var number, var unit] && right.EndsWith(" " + unit, StringComparison.Ordinal) ? $"{number} of {right}" : $"{left} of {right}";
    }

    /// <summary>Cores: "0.12", "3.4", "16".</summary>
    public static string Cores(double cores) => cores switch
    {
        < 1 => cores.ToString("0.00"),
        < 10 => cores.ToString("0.0"),
        _ => cores.ToString("0"),
    };
}
