using System.Text.RegularExpressions;

namespace HomelabPortal.Gpu.Containers.Checking;

/// <summary>An image as people write it: registry, path, tag and digest.</summary>
/// <param name="Repository">With its registry, for example "ghcr.io/ggml-org/llama.cpp".</param>
internal sealed partial record ImageReference(string Repository, string? Tag, string? Digest)
{
    public const string DefaultTag = "latest";
    private const int MostLetters = 255;

    /// <summary>What Docker is asked for: the digest where there is one, since the tag may have moved.</summary>
    public string Wanted => Digest is null ? $"{Repository}:{Tag ?? DefaultTag}" : $"{Repository}@{Digest}";

    /// <summary>What a registry can be asked about: the tag, which may move. Null for a digest without a tag, which never does.</summary>
    public string? Followed => Tag is null && Digest is not null ? null : $"{Repository}:{Tag ?? DefaultTag}";

    public static bool TryParse(string? text, out ImageReference reference)
    {
        reference = new ImageReference("", null, null);
        if (text is not { Length: > 0 and <= MostLetters } || Form().Match(text) is not { Success: true } match)
            return false;
        reference = new ImageReference(match.Groups["repository"].Value, Part(match, "tag"), Part(match, "digest"));
        return true;
    }

    /// <summary>For names that were checked before they were stored; <paramref name="digest"/> is the version that was chosen for the tag.</summary>
    public static ImageReference Parse(string text, string? digest = null) =>
        TryParse(text, out var reference) ? reference with { Digest = digest ?? reference.Digest } : throw new FormatException($"“{text}” is not an image.");

    public static bool IsDigest(string text) => DigestForm().IsMatch(text);

    private static string? Part(Match match, string name) => match.Groups[name] is { Success: true } group ? group.Value : null;

    // \z and not $, which also matches before a line end.
    [GeneratedRegex(@"\A(?<repository>(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::[0-9]{1,5})?/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*)(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(?<digest>sha256:[a-f0-9]{64}))?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"\Asha256:[a-f0-9]{64}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DigestForm();
}
