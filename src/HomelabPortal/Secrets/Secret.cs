using System.Text.Json.Serialization;

namespace HomelabPortal.Secrets;

/// <summary>A secret in memory that does not slip into a log, a page or an answer: only <see cref="Reveal"/> gives it away.</summary>
[JsonConverter(typeof(SecretJsonConverter))]
internal sealed class Secret(string text)
{
    public const string Dots = "•••";

    public string Reveal() => text;

    public override string ToString() => Dots;
}
