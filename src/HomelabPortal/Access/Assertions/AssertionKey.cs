namespace HomelabPortal.Access.Assertions;

/// <summary>A public key of an issuer. It is made for one algorithm and can do no other.</summary>
internal abstract record AssertionKey(AssertionAlgorithm Algorithm)
{
    public abstract bool Verifies(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature);
}
