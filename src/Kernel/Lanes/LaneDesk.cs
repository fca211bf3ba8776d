using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Anmin.Kernel.Lanes;

/// <summary>A partition in work: connection, epoch, the module's memory and the chain's end. Opened by the first batch, dropped with any failure.</summary>
internal sealed class LaneDesk<TTask, TReply>(LaneKind<TTask, TReply> kind, LaneShop shop, string key)
{
    private readonly LaneBatch batch = new();
    private LaneStore? store;
    private Holding? holding;
    private ILaneBook<TTask, TReply>? book;
    private LaneJournal? journal;
    private long renewed;

    public LaneMeter Meter { get; } = shop.Meters.Of(kind.Name);

    public bool IsOpen => holding is not null;

    /// <summary>The last attempt reached its commit: should it have failed, nobody knows yet what became of it.</summary>
    public bool InDoubt { get; private set; }

    /// <summary>Weighs and commits; every ticket is answered after it.</summary>
    /// <returns>False where the partition is another node's: then nobody was answered.</returns>
    public async Task<bool> ServeAsync(List<LaneTicket<TTask, TReply>> tickets)
    {
        InDoubt = false;
        if (!IsOpen && !await OpenAsync()) return false;
        await book!.FetchAsync(store!.Connection, tickets.ConvertAll(t => t.Asked), CancellationToken.None);
        batch.Clear();
        (batch.Number, batch.At) = (journal!.Next, shop.Clock.GetUtcNow());
        var told = 0;
        foreach (var ticket in tickets)
        {
            ticket.Verdict = book.Weigh(ticket.Asked, batch);
            if (!ticket.Verdict.Ok) Meter.Refuse();
            // what rests on nothing uncommitted need not wait for the disk
            if (batch.IsEmpty) told++;
        }
        if (told > 0 && Stopwatch.GetElapsedTime(renewed) > shop.Options.Lease / 3 && batch.IsEmpty) await CommitAsync([]);
        for (var i = 0; i < told; i++) tickets[i].Answer(tickets[i].Verdict);
        if (batch.IsEmpty) return true;

        book.SumUp(batch);
        journal.Write(holding!, batch);
        InDoubt = true;
        await CommitAsync([.. batch.Statements.Where(s => s.Rows > 0), journal.Statement]);
        journal.Written();
        Meter.Commit(batch.Line);
        for (var i = told; i < tickets.Count; i++) tickets[i].Answer(tickets[i].Verdict);
        return true;
    }

    /// <summary>Memory, connection and lock are gone; the next batch begins from the database.</summary>
    public async Task DropAsync()
    {
        var old = store;
        (store, holding, book, journal) = (null, null, null, null);
        if (old is null) return;
        try
        {
            await old.DisposeAsync();
        }
        catch (Exception e)
        {
            shop.Log.LogWarning("Lane {Lane}: closing failed: {Kind}", kind.Name, e.GetType().Name);
        }
    }

    /// <summary>Gives the partition back: whoever comes next, here or on another node, takes it at once.</summary>
    public async Task CloseAsync()
    {
        if (holding is not null)
        {
            try
            {
                await store!.GiveBackAsync(holding);
            }
            catch (Exception e)
            {
                shop.Log.LogWarning("Lane {Lane}: giving back failed: {Kind}", kind.Name, e.GetType().Name);
            }
        }
        await DropAsync();
    }

    private async Task CommitAsync(IReadOnlyList<LaneStatement> statements)
    {
        await store!.CommitAsync(holding!, statements);
        renewed = Stopwatch.GetTimestamp();
    }

    private async Task<bool> OpenAsync()
    {
        store = shop.Store($"{kind.Name}:{key}");
        if (await store.TakeAsync(CancellationToken.None) is not { } mine)
        {
            await DropAsync();
            return false;
        }
        renewed = Stopwatch.GetTimestamp();
        journal = new(shop.Suite, kind.SubjectKind, kind.Fact, shop.Owner);
        await journal.LoadAsync(store.Connection, mine.Subject, CancellationToken.None);
        book = kind.Book(key);
        holding = mine;
        return true;
    }
}
