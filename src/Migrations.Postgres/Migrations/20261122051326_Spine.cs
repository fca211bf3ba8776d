using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Anmin.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Spine : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "funeral_basic_price",
                columns: table => new
                {
                    item = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    effective_to = table.Column<DateOnly>(type: "date", nullable: true),
                    unit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    price_fen = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    relief = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    basis = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_basic_price", x => new { x.item, x.effective_from });
                });

            migrationBuilder.CreateTable(
                name: "funeral_case",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    name = table.Column<string>(type: "character varying(180)", maxLength: 180, nullable: true),
                    initials = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    person_id = table.Column<byte[]>(type: "bytea", nullable: true),
                    sex = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: true),
                    died_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    place_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    address = table.Column<byte[]>(type: "bytea", nullable: true),
                    infectious = table.Column<bool>(type: "boolean", nullable: false),
                    unnatural = table.Column<bool>(type: "boolean", nullable: false),
                    unidentified = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    second_permit = table.Column<Guid>(type: "uuid", nullable: true),
                    salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    void_requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    void_requested_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    void_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    voided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    void_approved_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    person_id_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_case", x => x.id);
                    table.CheckConstraint("funeral_case_over", "is_open = (closed_at is null and voided_at is null)");
                    table.CheckConstraint("funeral_case_void_two", "void_approved_by is null or void_approved_by <> void_requested_by");
                });

            migrationBuilder.CreateTable(
                name: "funeral_first_scan",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "character varying(200)", maxLength: 200, nullable: false),
                    tag = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_first_scan", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_niche",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    room = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    cabinet = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    layer = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_niche", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_plan_step",
                columns: table => new
                {
                    order = table.Column<int>(type: "integer", nullable: false),
                    when = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    evidence = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    disposition = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    hukou = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    who = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    bring = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    cost = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    cost_note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    result = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    action = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    phone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_plan_step", x => x.order);
                });

            migrationBuilder.CreateTable(
                name: "funeral_resource",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    variant = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_resource", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_second_permit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    approved_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_by_case = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_second_permit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_share",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    @for = table.Column<string>(name: "for", type: "character varying(20)", maxLength: 20, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_share", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_twin",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: false),
                    likeness = table.Column<double>(type: "double precision", nullable: false),
                    why = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    verdict = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_twin", x => new { x.case_id, x.other_id });
                });

            migrationBuilder.CreateTable(
                name: "identity_entry_token",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_entry_token", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "identity_institution",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    phone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    hours = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    provenance = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_institution", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_post",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    permissions = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_post", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_staff",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    posts = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    persona = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_staff", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_answer",
                columns: table => new
                {
                    actor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    use_case = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    reply = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("kernel_answer_key", x => new { x.actor, x.use_case, x.key });
                });

            migrationBuilder.CreateTable(
                name: "kernel_audit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    post = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    use_case = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    permission = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: true),
                    result = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    scope_lift = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_calendar_day",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    is_workday = table.Column<bool>(type: "boolean", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_calendar_day", x => x.date);
                });

            migrationBuilder.CreateTable(
                name: "kernel_division",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    level = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    parent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: true),
                    effective_to = table.Column<DateOnly>(type: "date", nullable: true),
                    successor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_division", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "kernel_inbox",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reaction = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_inbox", x => new { x.message_id, x.reaction });
                });

            migrationBuilder.CreateTable(
                name: "kernel_job",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_job", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "kernel_journal",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    tx = table.Column<long>(type: "bigint", nullable: false, defaultValueSql: "(pg_current_xact_id()::text::bigint)"),
                    subject_kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    actor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    data = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_journal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_journal_block",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    from_mark = table.Column<long>(type: "bigint", nullable: false),
                    to_mark = table.Column<long>(type: "bigint", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    root = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    epoch = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_journal_block", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "kernel_journal_day",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    first_block = table.Column<long>(type: "bigint", nullable: false),
                    last_block = table.Column<long>(type: "bigint", nullable: false),
                    root = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_journal_day", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "kernel_lease",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    owner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    epoch = table.Column<long>(type: "bigint", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_lease", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "kernel_number",
                columns: table => new
                {
                    series = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    next = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_number", x => x.series);
                    table.CheckConstraint("kernel_number_positive", "next > 0");
                });

            migrationBuilder.CreateTable(
                name: "kernel_number_format",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    format = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    block = table.Column<int>(type: "integer", nullable: false),
                    check = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_number_format", x => x.kind);
                });

            migrationBuilder.CreateTable(
                name: "kernel_outbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    wire = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    parked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_pack",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    profile = table.Column<string>(type: "text", nullable: false),
                    loaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_pack", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_protection_key",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_protection_key", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "kernel_rule",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    condition = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    effective_to = table.Column<DateOnly>(type: "date", nullable: true),
                    value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    unit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_rule", x => new { x.jurisdiction, x.key, x.condition, x.effective_from });
                    table.CheckConstraint("kernel_rule_period", "effective_to is null or effective_to >= effective_from");
                });

            migrationBuilder.CreateTable(
                name: "kernel_template",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_template", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "funeral_contract",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    disposition = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    wishes = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    earliest_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ethnicity = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_contract", x => x.id);
                    table.ForeignKey(
                        name: "FK_funeral_contract_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_correction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fact = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    old_value = table.Column<byte[]>(type: "bytea", nullable: true),
                    new_value = table.Column<byte[]>(type: "bytea", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_correction", x => x.id);
                    table.ForeignKey(
                        name: "FK_funeral_correction_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_custody",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    from_place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    to_place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    to_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    given_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    taken_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    witness = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    tag = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_custody", x => x.id);
                    table.ForeignKey(
                        name: "FK_funeral_custody_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    issuer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    copy_number = table.Column<int>(type: "integer", nullable: false),
                    attached_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attached_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_evidence", x => x.id);
                    table.CheckConstraint("funeral_evidence_number", "kind <> 'MedicalCertificate' or length(number) = 17");
                    table.ForeignKey(
                        name: "FK_funeral_evidence_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_handler",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(180)", maxLength: 180, nullable: true),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    relation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    person_id = table.Column<byte[]>(type: "bytea", nullable: true),
                    phone_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_handler", x => x.id);
                    table.ForeignKey(
                        name: "FK_funeral_handler_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_hold",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    placed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    placed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lifted_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    lift_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_hold", x => x.id);
                    table.CheckConstraint("funeral_hold_two", "lifted_by is null or lifted_by <> placed_by");
                    table.ForeignKey(
                        name: "FK_funeral_hold_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_pickup",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    address = table.Column<byte[]>(type: "bytea", nullable: true),
                    floor = table.Column<int>(type: "integer", nullable: true),
                    has_lift = table.Column<bool>(type: "boolean", nullable: true),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    earliest_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    vehicle = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    driver = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    second_crew = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    picked_up_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    cancel_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_pickup", x => x.id);
                    table.CheckConstraint("funeral_pickup_two", "driver is null or driver <> second_crew");
                    table.ForeignKey(
                        name: "FK_funeral_pickup_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_remains",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tag = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    place = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    place_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    custodian = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    moves = table.Column<int>(type: "integer", nullable: false),
                    exclusive_place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_remains", x => x.case_id);
                    table.CheckConstraint("funeral_remains_tagged", "place in ('AtPlaceOfDeath', 'Buried') or tag is not null");
                    table.ForeignKey(
                        name: "FK_funeral_remains_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_cremation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evidence_id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    cremator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    first_operator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    second_operator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    first_scan = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    second_scan = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    earliest_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_cremation", x => x.id);
                    table.CheckConstraint("funeral_cremation_order", "finished_at is null or finished_at >= started_at");
                    table.CheckConstraint("funeral_cremation_scans", "first_scan = second_scan");
                    table.CheckConstraint("funeral_cremation_two", "first_operator <> second_operator");
                    table.CheckConstraint("funeral_cremation_wait", "started_at >= earliest_at");
                    table.ForeignKey(
                        name: "FK_funeral_cremation_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_funeral_cremation_funeral_contract_contract_id",
                        column: x => x.contract_id,
                        principalTable: "funeral_contract",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_funeral_cremation_funeral_evidence_evidence_id",
                        column: x => x.evidence_id,
                        principalTable: "funeral_evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_ashes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cremation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    split_from = table.Column<Guid>(type: "uuid", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    place_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    custodian = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    unclaimed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    received_by = table.Column<Guid>(type: "uuid", nullable: true),
                    moves = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_ashes", x => x.id);
                    table.ForeignKey(
                        name: "FK_funeral_ashes_funeral_ashes_split_from",
                        column: x => x.split_from,
                        principalTable: "funeral_ashes",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_funeral_ashes_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_funeral_ashes_funeral_cremation_cremation_id",
                        column: x => x.cremation_id,
                        principalTable: "funeral_cremation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_certificate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cremation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    issued_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    successor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ended_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_certificate", x => x.id);
                    table.CheckConstraint("funeral_certificate_successor", "status <> 'Replaced' or successor_id is not null");
                    table.ForeignKey(
                        name: "FK_funeral_certificate_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_funeral_certificate_funeral_cremation_cremation_id",
                        column: x => x.cremation_id,
                        principalTable: "funeral_cremation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_niche_right",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    niche_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ashes_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_niche_right", x => x.id);
                    table.CheckConstraint("funeral_niche_right_term", "until > \"from\"");
                    table.ForeignKey(
                        name: "FK_funeral_niche_right_funeral_ashes_ashes_id",
                        column: x => x.ashes_id,
                        principalTable: "funeral_ashes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_funeral_niche_right_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "funeral_ashes_number",
                table: "funeral_ashes",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_ashes_one",
                table: "funeral_ashes",
                column: "cremation_id",
                unique: true,
                filter: "split_from is null");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_ashes_case_id",
                table: "funeral_ashes",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_ashes_split_from",
                table: "funeral_ashes",
                column: "split_from");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_ashes_status_unclaimed_at",
                table: "funeral_ashes",
                columns: new[] { "status", "unclaimed_at" });

            migrationBuilder.CreateIndex(
                name: "funeral_case_number",
                table: "funeral_case",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_case_one_open",
                table: "funeral_case",
                column: "person_id_index",
                unique: true,
                filter: "is_open and second_permit is null");

            migrationBuilder.CreateIndex(
                name: "funeral_case_permit_once",
                table: "funeral_case",
                column: "second_permit",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_case_queue",
                table: "funeral_case",
                columns: new[] { "status", "reported_at" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "funeral_case_void_queue",
                table: "funeral_case",
                column: "void_requested_at",
                filter: "void_requested_at is not null and voided_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_case_division_id",
                table: "funeral_case",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_case_initials_reported_at",
                table: "funeral_case",
                columns: new[] { "initials", "reported_at" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_case_institution_status_id",
                table: "funeral_case",
                columns: new[] { "institution", "status", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_case_name",
                table: "funeral_case",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_case_reported_at_id",
                table: "funeral_case",
                columns: new[] { "reported_at", "id" });

            migrationBuilder.CreateIndex(
                name: "funeral_certificate_number",
                table: "funeral_certificate",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_certificate_one_valid",
                table: "funeral_certificate",
                column: "cremation_id",
                unique: true,
                filter: "status = 'Issued'");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_certificate_case_id",
                table: "funeral_certificate",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "funeral_contract_one",
                table: "funeral_contract",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_correction_case_id",
                table: "funeral_correction",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "funeral_cremation_furnace",
                table: "funeral_cremation",
                column: "cremator",
                unique: true,
                filter: "finished_at is null");

            migrationBuilder.CreateIndex(
                name: "funeral_cremation_once",
                table: "funeral_cremation",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_cremation_contract_id",
                table: "funeral_cremation",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_cremation_evidence_id",
                table: "funeral_cremation",
                column: "evidence_id");

            migrationBuilder.CreateIndex(
                name: "funeral_custody_line",
                table: "funeral_custody",
                columns: new[] { "case_id", "item", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_evidence_once",
                table: "funeral_evidence",
                columns: new[] { "kind", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_evidence_case_id",
                table: "funeral_evidence",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_handler_case_id_rank",
                table: "funeral_handler",
                columns: new[] { "case_id", "rank" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_handler_phone_index",
                table: "funeral_handler",
                column: "phone_index");

            migrationBuilder.CreateIndex(
                name: "funeral_hold_queue",
                table: "funeral_hold",
                column: "placed_at",
                filter: "lifted_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_hold_case_id",
                table: "funeral_hold",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_niche_institution_room_cabinet_layer_number",
                table: "funeral_niche",
                columns: new[] { "institution", "room", "cabinet", "layer", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_niche_one_right",
                table: "funeral_niche_right",
                column: "niche_id",
                unique: true,
                filter: "ended_on is null");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_niche_right_ashes_id",
                table: "funeral_niche_right",
                column: "ashes_id");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_niche_right_case_id",
                table: "funeral_niche_right",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "funeral_pickup_number",
                table: "funeral_pickup",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_pickup_one_open",
                table: "funeral_pickup",
                column: "case_id",
                unique: true,
                filter: "status = 'Booked'");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_pickup_institution_status_id",
                table: "funeral_pickup",
                columns: new[] { "institution", "status", "id" });

            migrationBuilder.CreateIndex(
                name: "funeral_remains_place",
                table: "funeral_remains",
                column: "exclusive_place",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_remains_tag",
                table: "funeral_remains",
                column: "tag",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_remains_place_place_id",
                table: "funeral_remains",
                columns: new[] { "place", "place_id" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_resource_institution_kind_id",
                table: "funeral_resource",
                columns: new[] { "institution", "kind", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_second_permit_person",
                table: "funeral_second_permit",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "funeral_share_token",
                table: "funeral_share",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_share_case_id",
                table: "funeral_share",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "funeral_twin_queue",
                table: "funeral_twin",
                column: "settled_at",
                filter: "settled_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_twin_other_id",
                table: "funeral_twin",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "IX_identity_staff_institution",
                table: "identity_staff",
                column: "institution");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_answer_at",
                table: "kernel_answer",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_actor_id_id",
                table: "kernel_audit",
                columns: new[] { "actor_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_subject_id",
                table: "kernel_audit",
                columns: new[] { "subject", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_division_parent",
                table: "kernel_division",
                column: "parent");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_journal_tx_id",
                table: "kernel_journal",
                columns: new[] { "tx", "id" });

            migrationBuilder.CreateIndex(
                name: "kernel_journal_line",
                table: "kernel_journal",
                columns: new[] { "subject_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_outbox_done_at_parked_at_next_at",
                table: "kernel_outbox",
                columns: new[] { "done_at", "parked_at", "next_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "funeral_basic_price");

            migrationBuilder.DropTable(
                name: "funeral_certificate");

            migrationBuilder.DropTable(
                name: "funeral_correction");

            migrationBuilder.DropTable(
                name: "funeral_custody");

            migrationBuilder.DropTable(
                name: "funeral_first_scan");

            migrationBuilder.DropTable(
                name: "funeral_handler");

            migrationBuilder.DropTable(
                name: "funeral_hold");

            migrationBuilder.DropTable(
                name: "funeral_niche");

            migrationBuilder.DropTable(
                name: "funeral_niche_right");

            migrationBuilder.DropTable(
                name: "funeral_pickup");

            migrationBuilder.DropTable(
                name: "funeral_plan_step");

            migrationBuilder.DropTable(
                name: "funeral_remains");

            migrationBuilder.DropTable(
                name: "funeral_resource");

            migrationBuilder.DropTable(
                name: "funeral_second_permit");

            migrationBuilder.DropTable(
                name: "funeral_share");

            migrationBuilder.DropTable(
                name: "funeral_twin");

            migrationBuilder.DropTable(
                name: "identity_entry_token");

            migrationBuilder.DropTable(
                name: "identity_institution");

            migrationBuilder.DropTable(
                name: "identity_post");

            migrationBuilder.DropTable(
                name: "identity_staff");

            migrationBuilder.DropTable(
                name: "kernel_answer");

            migrationBuilder.DropTable(
                name: "kernel_audit");

            migrationBuilder.DropTable(
                name: "kernel_calendar_day");

            migrationBuilder.DropTable(
                name: "kernel_division");

            migrationBuilder.DropTable(
                name: "kernel_inbox");

            migrationBuilder.DropTable(
                name: "kernel_job");

            migrationBuilder.DropTable(
                name: "kernel_journal");

            migrationBuilder.DropTable(
                name: "kernel_journal_block");

            migrationBuilder.DropTable(
                name: "kernel_journal_day");

            migrationBuilder.DropTable(
                name: "kernel_lease");

            migrationBuilder.DropTable(
                name: "kernel_number");

            migrationBuilder.DropTable(
                name: "kernel_number_format");

            migrationBuilder.DropTable(
                name: "kernel_outbox");

            migrationBuilder.DropTable(
                name: "kernel_pack");

            migrationBuilder.DropTable(
                name: "kernel_protection_key");

            migrationBuilder.DropTable(
                name: "kernel_rule");

            migrationBuilder.DropTable(
                name: "kernel_template");

            migrationBuilder.DropTable(
                name: "funeral_ashes");

            migrationBuilder.DropTable(
                name: "funeral_cremation");

            migrationBuilder.DropTable(
                name: "funeral_contract");

            migrationBuilder.DropTable(
                name: "funeral_evidence");

            migrationBuilder.DropTable(
                name: "funeral_case");
        }
    }
}
