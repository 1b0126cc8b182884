namespace HomelabPortal.Access.Accounts.Passkeys;

/// <summary>What a passkey is called on the account page.</summary>
internal static class PasskeyLabel
{
    public const int Longest = 60;

    /// <summary>The label without what a page cannot show; "Passkey 2" when nothing is left.</summary>
    public static string Of(string? label, int number)
    {
        var bare = new string([.. (label ?? "").Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]).Trim();
        return bare.Length == 0 ? $"Passkey {number}" : bare[..Math.Min(bare.Length, Longest)];
    }
}
