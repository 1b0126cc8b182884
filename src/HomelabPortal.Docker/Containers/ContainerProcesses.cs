using System.Globalization;

namespace HomelabPortal.Docker;

/// <summary>Answer of GET /containers/{id}/top: what <c>ps</c> on the host says of the container's processes.</summary>
public sealed record ContainerProcesses
{
    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string>? Titles { get; init; }

    /// <summary>One row for each process, in the order of <see cref="Titles"/>.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Processes { get; init; }

    /// <summary>The processes' numbers on the host, not those inside the container.</summary>
    public IReadOnlyList<int> ProcessIds()
    {
        var column = (Titles ?? []).ToList().FindIndex(title => title is "PID");
        if (column < 0)
            return [];
        return
        [
            .. (Processes ?? [])
                .Select(row => row is not null && column < row.Count && int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
                .Where(id => id > 0),
        ];
    }
}
