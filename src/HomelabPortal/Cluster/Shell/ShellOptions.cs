using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Shell;

/// <summary>Whether shells can be opened, and their bounds.</summary>
internal sealed class ShellOptions : IValidatedOptions
{
    public const string SwitchedOff = "Shells are switched off in this portal. Its settings turn them on: Shell:Enabled=true, and a restart.";
    private static readonly string[] _usual = ["bash", "sh", "ash"];

    public static string Section => "Shell";

    public bool Enabled { get; set; } = true;

    /// <summary>Tried in this order until one starts.</summary>
    public string[]? Programs { get; set; }

    /// <summary>A shell at which nobody types for so long is closed.</summary>
    public TimeSpan IdleLimit { get; set; } = TimeSpan.FromMinutes(30);

    public int MostOfAccount { get; set; } = 4;

    /// <summary>Of everybody together.</summary>
    public int Most { get; set; } = 40;

    public IReadOnlyList<string> ProgramList => Programs is { Length: > 0 } ? Programs : _usual;

    public IEnumerable<string> Faults()
    {
        if (IdleLimit < TimeSpan.FromMinutes(2) || IdleLimit > TimeSpan.FromDays(1))
            yield return $"Shell:IdleLimit is {IdleLimit}. It must be between 00:02:00 and one day.";
        if (MostOfAccount is < 1 or > 50)
            yield return $"Shell:MostOfAccount is {MostOfAccount}. It must be between 1 and 50.";
        if (Most < MostOfAccount || Most > 200)
            yield return $"Shell:Most is {Most}. It must be between Shell:MostOfAccount, {MostOfAccount}, and 200.";
        if (ProgramList.Any(program => string.IsNullOrWhiteSpace(program) || program.Any(char.IsControl)))
            yield return "Shell:Programs has an empty entry. Name programs such as bash, one an entry, without arguments.";
    }
}
