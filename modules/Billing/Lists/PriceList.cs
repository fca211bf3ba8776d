using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;

namespace Anmin.Billing.Lists;

/// <summary>草稿 → 已核对 → 已备案 → 已公布 → 已被代替; a draft may be withdrawn.</summary>
internal enum PriceListState
{
    Draft,
    Checked,
    Filed,
    Published,
    Superseded,
    Withdrawn,
}

/// <summary>收费清单: what one institution may charge from a day on, approved by one document. Items and terms are found by <see cref="Code"/>.</summary>
internal sealed class PriceList : JournalSubject
{
    public override string SubjectKind => "billing.price-list";

    /// <summary>Unique; part of every charge made by it.</summary>
    public required string Code { get; init; }

    public required string Institution { get; init; }

    public required string Title { get; set; }

    /// <summary>Number and name of the approving document.</summary>
    public required string Document { get; set; }

    public required DateOnly From { get; set; }

    /// <summary>Last day in force; null while nothing follows it.</summary>
    public DateOnly? Until { get; set; }

    public PriceListState State { get; set; }

    /// <summary>The institution, while this is its list without an end: unique, so the database knows one such list of each and writes the end of the old before the new.</summary>
    public string? Standing { get; set; }

    /// <summary>Null for a list that came with a pack.</summary>
    public string? DraftedBy { get; init; }

    /// <summary>备案号.</summary>
    public string? FilingNumber { get; private set; }

    public DateOnly? FiledOn { get; private set; }

    public string? FiledBy { get; private set; }

    public string? PublishedBy { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Code of the list before it.</summary>
    public string? Replaces { get; private set; }

    public bool InForceOn(DateOnly day) => WasPublished && From <= day && (Until is null || day <= Until);

    public bool WasPublished => State is PriceListState.Published or PriceListState.Superseded;

    /// <summary>Whether its lines may still change.</summary>
    public bool IsOpen => State is PriceListState.Draft or PriceListState.Checked;

    public static PriceList Draft(string code, string institution, string title, string document, DateOnly from, string by, string? copyOf)
    {
        var list = new PriceList { Code = code, Institution = institution, Title = title, Document = document, From = from, DraftedBy = by };
        list.Note("list.drafted", new { code, institution, title, document, from, by, copyOf });
        return list;
    }

    /// <summary>A line is changed: what was checked is no longer.</summary>
    public Outcome<Done> Change(string what, object data)
    {
        if (!IsOpen) return ListProblems.NotOpen(State);
        State = PriceListState.Draft;
        Note("list." + what, data);
        return Done.It;
    }

    /// <summary>Handed in for the check: without faults it is checked, with faults it stays a draft.</summary>
    public Outcome<Done> Check(int faults, string by)
    {
        if (!IsOpen) return ListProblems.NotOpen(State);
        State = faults == 0 ? PriceListState.Checked : PriceListState.Draft;
        Note("list.checked", new { faults, by });
        return Done.It;
    }

    public Outcome<Done> File(string number, DateOnly on, string document, string by)
    {
        if (State != PriceListState.Checked) return ListProblems.NotChecked;
        (State, FilingNumber, FiledOn, FiledBy, Document) = (PriceListState.Filed, number, on, by, document);
        Note("list.filed", new { number, on, document, by });
        return Done.It;
    }

    /// <param name="latest">Of the institution's published lists the one that begins last; null for the first list.</param>
    public Outcome<Done> Publish(DateOnly from, DateOnly today, PriceList? latest, string by, DateTimeOffset now)
    {
        if (State != PriceListState.Filed) return ListProblems.NotFiled;
        if (by == DraftedBy) return ListProblems.SecondPerson;
        if (from <= today) return ListProblems.FromTooEarly(today.AddDays(1));
        if (latest is not null && latest.From >= from) return ListProblems.Overlaps(latest.Title, latest.From.AddDays(1));
        if (latest?.Until is { } end && end >= from) return ListProblems.Overlaps(latest.Title, end.AddDays(1));
        latest?.GiveWay(from.AddDays(-1), Code);
        (State, From, PublishedBy, PublishedAt, Replaces, Standing) = (PriceListState.Published, from, by, now, latest?.Code, Institution);
        Note("list.published", new { from, replaces = Replaces, by });
        return Done.It;
    }

    /// <summary>Faults came to light at publishing, of a catalogue or rule that changed since: back to the draft.</summary>
    public void SendBack(int faults, string by)
    {
        State = PriceListState.Draft;
        Note("list.sent-back", new { faults, by });
    }

    public Outcome<Done> Withdraw(string reason, string by)
    {
        if (State is not (PriceListState.Draft or PriceListState.Checked or PriceListState.Filed)) return ListProblems.NotOpen(State);
        State = PriceListState.Withdrawn;
        Note("list.withdrawn", new { reason, by });
        return Done.It;
    }

    private void GiveWay(DateOnly lastDay, string to)
    {
        (Until, Standing, State) = (Until ?? lastDay, null, PriceListState.Superseded);
        Note("list.superseded", new { until = Until, by = to });
    }

    public static string Label(PriceListState of) => of switch
    {
        PriceListState.Draft => "草稿",
        PriceListState.Checked => "已核对",
        PriceListState.Filed => "已备案",
        PriceListState.Published => "已公布",
        PriceListState.Superseded => "已被代替",
        _ => "已撤回",
    };
}
