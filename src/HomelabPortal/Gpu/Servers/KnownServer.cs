namespace HomelabPortal.Gpu.Servers;

/// <summary>A server that people run on a GPU machine, known by the image it comes in.</summary>
/// <param name="Repository">Path of the image without its registry, since mirrors keep the path.</param>
/// <param name="Arguments">Options of its command that give it a key.</param>
/// <param name="Variables">Variables that give it a key.</param>
/// <param name="Ports">Where it listens unless told otherwise, which is all that is known of one on the network of its host.</param>
internal sealed record KnownServer(
    string Title, string Repository, ServerLogin Login, IReadOnlyList<string>? Arguments = null, IReadOnlyList<string>? Variables = null, IReadOnlyList<int>? Ports = null)
{
    /// <summary>A mirror puts its own folders before the path, never behind it.</summary>
    public bool IsIn(string repository) => repository.Equals(Repository, StringComparison.OrdinalIgnoreCase) || repository.EndsWith("/" + Repository, StringComparison.OrdinalIgnoreCase);

    /// <summary>An option with nothing behind it, or a variable without a value, is no key.</summary>
    public bool HasKey(IReadOnlyList<string> words, IEnumerable<string> setVariables) =>
        setVariables.Any(name => Variables?.Contains(name, StringComparer.Ordinal) == true)
        || (Arguments ?? []).Any(option => words.Select((word, at) => (word, at)).Any(each => IsGiven(option, each.word, words.ElementAtOrDefault(each.at + 1))));

    private static bool IsGiven(string option, string word, string? next) =>
        (word == option && !string.IsNullOrWhiteSpace(next) && !next.StartsWith('-')) || (word.StartsWith(option + "=", StringComparison.Ordinal) && word.Length > option.Length + 1);
}
