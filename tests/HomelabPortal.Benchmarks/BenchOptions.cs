using System.Globalization;

namespace HomelabPortal.Benchmarks;

/// <summary>What to measure, from the command line; eng/bench.sh gives the path of the published portal.</summary>
internal sealed record BenchOptions
{
    public required string Portal { get; init; }

    public int Nodes { get; init; } = 50;

    public int Pods { get; init; } = 3000;

    /// <summary>How long each rate of changes is kept up.</summary>
    public TimeSpan Churn { get; init; } = TimeSpan.FromSeconds(20);

    public int Starts { get; init; } = 5;

    public int Circuits { get; init; } = 20;

    /// <summary>How long changes go on while tabs open and close; none when zero.</summary>
    public TimeSpan Soak { get; init; }

    /// <summary>How many exposures are declared at once; none when zero.</summary>
    public int Exposures { get; init; } = 500;

    /// <summary>Nothing but the calls for those exposures, which needs no browser.</summary>
    public bool IsCallsOnly { get; init; }

    public static BenchOptions Parse(string[] arguments)
    {
        var values = arguments.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
        int Number(string name, int otherwise) => values.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
        return new BenchOptions
        {
            Portal = values["--portal"],
            Nodes = Number("--nodes", 50),
            Pods = Number("--pods", 3000),
            Churn = TimeSpan.FromSeconds(Number("--seconds", 20)),
            Starts = Number("--starts", 5),
            Circuits = Number("--circuits", 20),
            Exposures = Number("--exposures", 500),
            IsCallsOnly = values.GetValueOrDefault("--only") == "calls",
            Soak = TimeSpan.FromMinutes(Number("--soak", 0)),
        };
    }
}
