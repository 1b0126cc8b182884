namespace HomelabPortal.Secrets;

/// <summary>A stored secret cannot be read. The message names its place and never what is in it.</summary>
internal sealed class SecretException(SecretPlace place, string why) : Exception($"The secret in {place.Table}.{place.Column} cannot be read: {why}");
