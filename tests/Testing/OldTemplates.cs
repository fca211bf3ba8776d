namespace Anmin.Testing;

/// <summary>Templates of builds that nobody has run for a day.</summary>
public static class OldTemplates
{
    /// <summary>Removes the folders under <paramref name="all"/> last written before <paramref name="before"/>, except <paramref name="keep"/>. Of several at once one does it.</summary>
    public static void Forget(string all, string keep, DateTimeOffset before)
    {
        FileStream held;
        try
        {
            held = new FileStream(Path.Combine(all, "forget.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return;
        }
        using (held)
        {
            foreach (var old in new DirectoryInfo(all).GetDirectories().Where(d => d.Name != keep && d.LastWriteTimeUtc < before)) old.Delete(recursive: true);
        }
    }
}
