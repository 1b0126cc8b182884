namespace HomelabPortal.Simulator.Edge;

/// <summary>What a visitor gets from the edge.</summary>
internal sealed record EdgeReply(int Status, string Body = "", string? Location = null, bool IsHtml = false);
