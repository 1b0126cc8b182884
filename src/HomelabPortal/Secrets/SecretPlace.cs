namespace HomelabPortal.Secrets;

/// <summary>Where a secret is stored. It opens only there: copied into another row or column it is garbage.</summary>
/// <param name="Table">The name of the table.</param>
/// <param name="Row">The primary key of the row.</param>
/// <param name="Column">The name of the column.</param>
internal readonly record struct SecretPlace(string Table, string Row, string Column)
{
    /// <summary>What a provider gave for a session, see <see cref="Storage.Rows.SessionRow.ProviderTokens"/>.</summary>
    public static SecretPlace ProviderTokens(string sessionId) => new("Sessions", sessionId, "ProviderTokens");

    /// <summary>A secret variable of a container, see <see cref="Storage.Rows.ContainerSecretRow"/>.</summary>
    public static SecretPlace ContainerSecret(string id) => new("ContainerSecrets", id, "Value");

    /// <summary>What a notification channel needs, see <see cref="Storage.Rows.ChannelSecretRow"/>.</summary>
    public static SecretPlace ChannelSecret(string id) => new("ChannelSecrets", id, "Value");

    /// <summary>The row comes last, because only it can hold any character.</summary>
    internal string Context(string version, int keyId) => $"{version}|{keyId}|{Table}|{Column}|{Row}";
}
