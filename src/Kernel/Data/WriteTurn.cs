namespace Anmin.Kernel.Data;

/// <summary>
/// SQLite has one writer: commands wait for their turn here, in order, instead of polling a locked file.
/// On PostgreSQL there is nothing to wait for.
/// </summary>
public sealed class WriteTurn(DatabaseSettings settings) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    public async Task<IDisposable> WaitAsync(CancellationToken ct)
    {
        if (settings.Kind == DatabaseKind.Postgres) return Free.It;
        await one.WaitAsync(ct);
        return new Held(one);
    }

    public void Dispose() => one.Dispose();

    private sealed class Held(SemaphoreSlim one) : IDisposable
    {
        private int released;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref released, 1) == 0) one.Release();
        }
    }

    private sealed class Free : IDisposable
    {
        public static readonly Free It = new();

        public void Dispose()
        {
        }
    }
}
