using System.Globalization;

namespace HomelabPortal.Simulator.Docker;

/// <summary>The processes of a container as ps on the host prints them.</summary>
internal static class ProcessTable
{
    private static readonly string[] Usual = ["user", "pid", "ppid", "c", "stime", "tty", "time", "cmd"];

    /// <summary>The columns of "-eo pid,comm", or the usual ones.</summary>
    public static IReadOnlyList<string> Columns(string? arguments)
    {
        var words = (arguments ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, word => word.StartsWith('-') && word.EndsWith('o'));
        if (at < 0 || at + 1 >= words.Length) return Usual;
        var columns = words[at + 1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return columns.Contains("pid") ? columns : throw DockerErrors.NoPidColumn();
    }

    public static string Title(string column) => column switch
    {
        "user" => "UID",
        "comm" => "COMMAND",
        "args" or "cmd" => "CMD",
        _ => column.ToUpperInvariant(),
    };

    public static IEnumerable<IReadOnlyList<string>> Rows(SimulatedContainer container, IReadOnlyList<string> columns)
    {
        var main = container.Command.FirstOrDefault() ?? "init";
        yield return Row(columns, container.ProcessId, container.ProcessId - 22, main);
        if (container.GpuProcess is { } process) yield return Row(columns, process.Id, container.ProcessId, process.Name);
    }

    private static string[] Row(IReadOnlyList<string> columns, int id, int parent, string name) =>
    [
        .. columns.Select(column => column switch
        {
            "pid" => id.ToString(CultureInfo.InvariantCulture),
            "ppid" => parent.ToString(CultureInfo.InvariantCulture),
            "comm" => name.Split('/')[^1],
            "args" or "cmd" => name,
            "user" => "root",
            "c" => "0",
            "stime" => "09:00",
            "tty" => "?",
            _ => "00:00:00",
        }),
    ];
}
