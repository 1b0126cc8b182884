namespace HomelabPortal.Secrets;

/// <summary>A data key on its way into the database.</summary>
internal sealed class NewDataKey(int id, byte[] key)
{
    public int Id => id;

    public byte[] Key => key;
}
