namespace HomelabPortal.Desired;

/// <summary>New ids from injected randomness: short enough for an ownership mark of 40 characters.</summary>
internal sealed class DesiredIds(Random random)
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    public string NewInstance() => New(8);

    public string NewExposure() => New(10);

    /// <summary>The name of a secret value; nobody who knows it knows more.</summary>
    public string NewSecret() => New(16);

    private string New(int length)
    {
        lock (random)
            return new string(random.GetItems<char>(Alphabet, length));
    }
}
