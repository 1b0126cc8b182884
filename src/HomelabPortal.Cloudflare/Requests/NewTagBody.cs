namespace HomelabPortal.Cloudflare;

/// <summary>An Access tag to create.</summary>
internal sealed record NewTagBody(string Name);
