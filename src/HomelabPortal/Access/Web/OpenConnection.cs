namespace HomelabPortal.Access.Web;

/// <summary>One open page's WebSocket: whose it is, and how to end it.</summary>
internal sealed record OpenConnection(string SessionId, string AccountId, string Address, bool IsDemo, Action Abort);
