using System.Collections.Immutable;

namespace HomelabPortal.Cluster.Logs.Reading;

/// <summary>Text that is safe to show, and how parts of it look.</summary>
internal sealed record StyledText(string Text, ImmutableArray<TextSpan> Spans);
