using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Anmin.Kernel.Ciphers;

/// <summary>
/// The keys of personal data, in a file outside the database (<c>data/keys/personal.json</c>, owner only), so that a copied
/// database alone tells nothing. Back it up apart from the database: without it the personal data is lost for good.
/// Safe for many threads; several processes may share the file.
/// </summary>
public sealed class PersonalKeys
{
    private readonly TimeProvider _clock;
    private readonly Lock _changing = new();
    private volatile Snapshot _now;

    private PersonalKeys(string path, TimeProvider clock)
    {
        (Path, _clock) = (path, clock);
        _now = Snapshot.Of(KeyFile.Read(path), path);
    }

    public string Path { get; }

    /// <summary>The newest key, with which everything new is sealed.</summary>
    public SealingKey Active => _now.Active;

    /// <summary>Number of keys that still open something.</summary>
    public int Count => _now.Keys.Count;

    internal byte[] IndexKey => _now.IndexKey;

    /// <summary>Opens the file, or creates it with random keys on first use. Two processes starting at once share one file.</summary>
    /// <exception cref="InvalidOperationException">The file is damaged or readable by everybody.</exception>
    public static PersonalKeys OpenOrCreate(string path, TimeProvider clock)
    {
        if (!File.Exists(path)) KeyFile.Write(path, new([NewEntry(clock, [])], KeyFile.RandomKey()), replace: false);
        return new(path, clock);
    }

    /// <summary>Opens an existing file; for a database that already holds sealed data, where new keys would hide a loss.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static PersonalKeys Open(string path, TimeProvider clock) => File.Exists(path)
        ? new(path, clock)
        : throw new FileNotFoundException($"没有找到密钥文件 {path}；请把备份的密钥文件放回原处，不要新建。", path);

    /// <summary>Adds a key that seals from now on; the old ones still open. The index key stays. Run it in one process at a time.</summary>
    /// <returns>The new key's id.</returns>
    public ushort Rotate()
    {
        lock (_changing)
        {
            var content = KeyFile.Read(Path);
            var entry = NewEntry(_clock, [.. content.Keys.Select(key => key.Id)]);
            KeyFile.Write(Path, content with { Keys = [.. content.Keys, entry] }, replace: true);
            _now = Snapshot.Of(KeyFile.Read(Path), Path);
            return entry.Id;
        }
    }

    /// <summary>The key of that id. One that another process has just added is read from the file.</summary>
    /// <exception cref="SealException">No such key.</exception>
    public SealingKey Find(ushort id)
    {
        if (_now.Keys.TryGetValue(id, out var key)) return key;
        lock (_changing)
        {
            _now = Snapshot.Of(KeyFile.Read(Path), Path);
            return _now.Keys.TryGetValue(id, out key) ? key : throw SealException.KeyMissing(id, Path);
        }
    }

    // ids are random, so that data sealed under a lost file names a missing key and is not mistaken for tampered
    private static KeyFile.Entry NewEntry(TimeProvider clock, HashSet<ushort> taken)
    {
        ushort id;
        do id = (ushort)RandomNumberGenerator.GetInt32(1, ushort.MaxValue + 1);
        while (taken.Contains(id));
        return new(id, clock.GetUtcNow(), KeyFile.RandomKey());
    }

    private sealed record Snapshot(FrozenDictionary<ushort, SealingKey> Keys, SealingKey Active, byte[] IndexKey)
    {
        public static Snapshot Of(KeyFile.Content content, string path)
        {
            try
            {
                var keys = content.Keys.Select(entry => new SealingKey(entry.Id, Convert.FromBase64String(entry.Key))).ToList();
                return new(keys.ToFrozenDictionary(key => key.Id), keys[^1], Convert.FromBase64String(content.IndexKey));
            }
            catch (Exception e) when (e is FormatException or ArgumentException)
            {
                throw new InvalidOperationException($"密钥文件 {path} 不完整；请把备份的密钥文件放回原处，不要新建。");
            }
        }
    }
}
