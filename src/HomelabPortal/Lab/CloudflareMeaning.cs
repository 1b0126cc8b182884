namespace HomelabPortal.Lab;

/// <summary>What one of Cloudflare's error codes means here.</summary>
/// <param name="Sentence">What is the matter.</param>
/// <param name="Remedy">What the reader can do, or what the portal will do by itself.</param>
public sealed record CloudflareMeaning(string Sentence, string Remedy)
{
    public override string ToString() => $"{Sentence} {Remedy}";
}
