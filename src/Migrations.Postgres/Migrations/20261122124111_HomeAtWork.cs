using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class HomeAtWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "funeral_pickup_one_open",
                table: "funeral_pickup");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "accepted_at",
                table: "funeral_pickup",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "arrived_at",
                table: "funeral_pickup",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cancelled_by",
                table: "funeral_pickup",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "changed_at",
                table: "funeral_pickup",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "departed_at",
                table: "funeral_pickup",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "dispatched_at",
                table: "funeral_pickup",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "dispatched_by",
                table: "funeral_pickup",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "estimate_fen",
                table: "funeral_pickup",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "expected_at",
                table: "funeral_pickup",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "failure",
                table: "funeral_pickup",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "handed_over_at",
                table: "funeral_pickup",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "loaded_at",
                table: "funeral_pickup",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "odometer_end",
                table: "funeral_pickup",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "odometer_start",
                table: "funeral_pickup",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "permit_issuer",
                table: "funeral_pickup",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "permit_number",
                table: "funeral_pickup",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "receiver",
                table: "funeral_pickup",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "run",
                table: "funeral_pickup",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "suggested_distance",
                table: "funeral_pickup",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "opinion_id",
                table: "funeral_contract",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "extended_until",
                table: "funeral_case",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "booking_place",
                columns: table => new
                {
                    slot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    fingerprint = table.Column<Guid>(type: "uuid", nullable: false),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    people = table.Column<int>(type: "integer", nullable: false),
                    reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    booked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    booked_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    batch = table.Column<int>(type: "integer", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ended_device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ended_batch = table.Column<int>(type: "integer", nullable: true),
                    ended_line = table.Column<int>(type: "integer", nullable: true),
                    phone_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_place", x => new { x.slot_id, x.ordinal });
                    table.CheckConstraint("booking_place_end", "(state = 'Booked') = (ended_at is null)");
                    table.CheckConstraint("booking_place_people", "people > 0");
                });

            migrationBuilder.CreateTable(
                name: "booking_slot",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    serial = table.Column<long>(type: "bigint", nullable: false),
                    plan = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    remaining = table.Column<int>(type: "integer", nullable: false),
                    counts_people = table.Column<bool>(type: "boolean", nullable: false),
                    most_people = table.Column<int>(type: "integer", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    closed_device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    close_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    closed_batch = table.Column<int>(type: "integer", nullable: true),
                    closed_line = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_slot", x => x.id);
                    table.CheckConstraint("booking_slot_order", "until > \"from\"");
                    table.CheckConstraint("booking_slot_remaining", "remaining >= 0 and remaining <= capacity");
                });

            migrationBuilder.CreateTable(
                name: "booking_slot_plan",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    days = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    until = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    counts = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    days_ahead = table.Column<int>(type: "integer", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: true),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    most_people = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    retired = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_slot_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_archive",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    complete = table.Column<bool>(type: "boolean", nullable: false),
                    missing = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    filed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    filed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    retain_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_archive", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_archive_item",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    shown = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    required = table.Column<bool>(type: "boolean", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_archive_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_ashes_absence",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cremation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_ashes_absence", x => x.case_id);
                    table.ForeignKey(
                        name: "FK_funeral_ashes_absence_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_ashes_receipt",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ashes_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    receiver = table.Column<Guid>(type: "uuid", nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_ashes_receipt", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_body_part",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    hospital = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    paper_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    patient = table.Column<byte[]>(type: "bytea", nullable: true),
                    contents = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    first_operator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    second_operator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    cremator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    cremated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_body_part", x => x.id);
                    table.CheckConstraint("funeral_body_part_done", "cremated_at is null or (first_operator is not null and second_operator is not null and cremator is not null)");
                    table.CheckConstraint("funeral_body_part_two", "second_operator is null or first_operator <> second_operator");
                });

            migrationBuilder.CreateTable(
                name: "funeral_ceremony",
                columns: table => new
                {
                    booking = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    hall = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    people = table.Column<int>(type: "integer", nullable: true),
                    show_name = table.Column<bool>(type: "boolean", nullable: false),
                    with_body = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    ready_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ready_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    started_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_ceremony", x => x.booking);
                    table.CheckConstraint("funeral_ceremony_order", "(started_at is null or (ready_at is not null and started_at >= ready_at)) and (ended_at is null or (started_at is not null and ended_at >= started_at))");
                    table.CheckConstraint("funeral_ceremony_people", "people is null or people between 0 and 5000");
                    table.ForeignKey(
                        name: "FK_funeral_ceremony_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_cremation_reading",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cremation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    cremator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    fuel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fuel_amount = table.Column<decimal>(type: "numeric(12,4)", precision: 12, scale: 4, nullable: true),
                    electricity = table.Column<decimal>(type: "numeric(12,4)", precision: 12, scale: 4, nullable: true),
                    peak_temperature = table.Column<int>(type: "integer", nullable: true),
                    remarks = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_cremation_reading", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_crew_licence",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(200)", maxLength: 200, nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_crew_licence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_desk_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    quotation_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    contract_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    quoted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_desk_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_disinfection",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    vehicle = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    method = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_disinfection", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_emission",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    cremator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    cremation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    pollutant = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    value = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: false),
                    limit = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: true),
                    over = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_emission", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_furnace_call",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    cremator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_name = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_furnace_call", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_furnace_stop",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    cremator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    booking = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    result = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_furnace_stop", x => x.id);
                    table.CheckConstraint("funeral_furnace_stop_times", "\"until\" > \"from\"");
                });

            migrationBuilder.CreateTable(
                name: "funeral_maintenance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    resource = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    breakdown = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_maintenance", x => x.id);
                    table.CheckConstraint("funeral_maintenance_order", "starts_at < ends_at");
                });

            migrationBuilder.CreateTable(
                name: "funeral_overdue_stay",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    nameless = table.Column<bool>(type: "boolean", nullable: false),
                    police_needed = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    notice_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    notified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    notified_handler = table.Column<Guid>(type: "uuid", nullable: true),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    announcement_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    announced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    announced_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    public_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    public_facts = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    proposed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    proposal = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    opinion_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    approved = table.Column<bool>(type: "boolean", nullable: true),
                    grounds = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    police_record = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_overdue_stay", x => x.id);
                    table.CheckConstraint("funeral_overdue_announced", "proposed_at is null or (announced_until is not null and proposed_at >= announced_until)");
                    table.CheckConstraint("funeral_overdue_answered", "announced_at is null or nameless or (received_at is not null and announced_at >= answer_until)");
                    table.CheckConstraint("funeral_overdue_approved", "signed_at is null or (approved is not null and approved and signed_at >= decided_at)");
                    table.CheckConstraint("funeral_overdue_chief", "signed_by is null or signed_by <> decided_by");
                    table.CheckConstraint("funeral_overdue_police", "signed_at is null or not police_needed or police_record is not null");
                    table.CheckConstraint("funeral_overdue_proposed", "decided_at is null or (proposed_at is not null and decided_at >= proposed_at)");
                    table.CheckConstraint("funeral_overdue_two", "decided_by is null or decided_by <> proposed_by");
                    table.ForeignKey(
                        name: "FK_funeral_overdue_stay_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_paper",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    media = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    correction = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_paper", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_preparation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    consent_needed = table.Column<bool>(type: "boolean", nullable: false),
                    consent_by = table.Column<Guid>(type: "uuid", nullable: true),
                    consent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    wishes = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    infectious = table.Column<bool>(type: "boolean", nullable: false),
                    ordered_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ordered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    wanted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    assigned_to = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    room = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    booking = table.Column<Guid>(type: "uuid", nullable: true),
                    started_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    protection = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    finished_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    materials = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    cancel_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_preparation", x => x.id);
                    table.CheckConstraint("funeral_preparation_consent", "started_at is null or not consent_needed or consent_by is not null");
                    table.CheckConstraint("funeral_preparation_order", "(started_at is null or started_at >= ordered_at) and (finished_at is null or (started_at is not null and finished_at >= started_at))");
                    table.CheckConstraint("funeral_preparation_protection", "started_at is null or not infectious or length(protection) > 0");
                    table.ForeignKey(
                        name: "FK_funeral_preparation_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_schedule_wish",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    farewell = table.Column<bool>(type: "boolean", nullable: false),
                    wished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    minutes = table.Column<int>(type: "integer", nullable: true),
                    people = table.Column<int>(type: "integer", nullable: false),
                    cremator = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    oversize = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_schedule_wish", x => x.case_id);
                    table.CheckConstraint("funeral_schedule_wish_people", "people >= 0 and people <= 2000");
                });

            migrationBuilder.CreateTable(
                name: "funeral_screen_name",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    may_show = table.Column<bool>(type: "boolean", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_screen_name", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_service_item",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    unit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(40)", maxLength: 40, nullable: false),
                    consent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_service_item", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "funeral_shift",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    matters = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    remarks = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    given_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_shift", x => x.id);
                    table.CheckConstraint("funeral_shift_two", "taken_by is null or taken_by <> given_by");
                });

            migrationBuilder.CreateTable(
                name: "funeral_signed_paper",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text_version = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    shown = table.Column<byte[]>(type: "bytea", nullable: true),
                    shown_hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    handler = table.Column<Guid>(type: "uuid", nullable: true),
                    signer_name = table.Column<string>(type: "character varying(180)", maxLength: 180, nullable: true),
                    image = table.Column<byte[]>(type: "bytea", nullable: true),
                    image_hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    staff = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_signed_paper", x => x.id);
                    table.CheckConstraint("funeral_signed_paper_way", "(way = 'Pad') = (image is not null) and (way = 'Pad') = (image_hash is not null)");
                    table.ForeignKey(
                        name: "FK_funeral_signed_paper_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_stay_extension",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    due_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_stay_extension", x => x.id);
                    table.CheckConstraint("funeral_stay_extension_later", "until > due_before");
                    table.ForeignKey(
                        name: "FK_funeral_stay_extension_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_stay_letter",
                columns: table => new
                {
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    of = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    proposal = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    approved = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_stay_letter", x => x.number);
                    table.ForeignKey(
                        name: "FK_funeral_stay_letter_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_temperature",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    zone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sensor = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tenths = table.Column<int>(type: "integer", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_temperature", x => x.id);
                    table.CheckConstraint("funeral_temperature_sane", "tenths between -600 and 600");
                });

            migrationBuilder.CreateTable(
                name: "funeral_temperature_alarm",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    zone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tenths = table.Column<int>(type: "integer", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    acknowledged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    acknowledged_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_temperature_alarm", x => x.id);
                    table.CheckConstraint("funeral_alarm_order", "ended_at is null or ended_at >= raised_at");
                    table.CheckConstraint("funeral_alarm_said", "acknowledged_at is null or (acknowledged_by is not null and length(reason) > 0)");
                });

            migrationBuilder.CreateTable(
                name: "funeral_trip_attachment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    content_type = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    picture = table.Column<byte[]>(type: "bytea", maxLength: 200, nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_trip_attachment", x => x.id);
                    table.ForeignKey(
                        name: "FK_funeral_trip_attachment_funeral_pickup_order_id",
                        column: x => x.order_id,
                        principalTable: "funeral_pickup",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_trip_position",
                columns: table => new
                {
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    run = table.Column<int>(type: "integer", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: false),
                    longitude = table.Column<double>(type: "double precision", nullable: false),
                    accuracy = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_trip_position", x => new { x.order_id, x.at });
                    table.CheckConstraint("funeral_trip_position_earth", "latitude between -90 and 90 and longitude between -180 and 180");
                    table.ForeignKey(
                        name: "FK_funeral_trip_position_funeral_pickup_order_id",
                        column: x => x.order_id,
                        principalTable: "funeral_pickup",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_trip_step",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    run = table.Column<int>(type: "integer", nullable: false),
                    act = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    device_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    server_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    vehicle = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_trip_step", x => x.id);
                    table.ForeignKey(
                        name: "FK_funeral_trip_step_funeral_pickup_order_id",
                        column: x => x.order_id,
                        principalTable: "funeral_pickup",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_vehicle_record",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    licence_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    licence_until = table.Column<DateOnly>(type: "date", nullable: false),
                    inspected_until = table.Column<DateOnly>(type: "date", nullable: false),
                    insured_until = table.Column<DateOnly>(type: "date", nullable: false),
                    licence_class = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    out_of_service_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    out_of_service_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    last_trip_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_infectious_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_disinfected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_vehicle_record", x => x.id);
                    table.CheckConstraint("funeral_vehicle_out", "(out_of_service_since is null) = (out_of_service_reason is null)");
                });

            migrationBuilder.CreateTable(
                name: "funeral_working_shift",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    role = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    weekdays = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    until = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_working_shift", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_lane",
                columns: table => new
                {
                    partition = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    epoch = table.Column<long>(type: "bigint", nullable: false),
                    owner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    backend = table.Column<int>(type: "integer", nullable: true),
                    renewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_lane", x => x.partition);
                    table.CheckConstraint("kernel_lane_epoch", "epoch >= 0");
                });

            migrationBuilder.CreateTable(
                name: "funeral_preparation_photo",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    moment = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    type = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: true),
                    taken_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    delete_after = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_preparation_photo", x => x.id);
                    table.CheckConstraint("funeral_photo_gone", "(deleted_at is null) = (sealed is not null)");
                    table.ForeignKey(
                        name: "FK_funeral_preparation_photo_funeral_preparation_order_id",
                        column: x => x.order_id,
                        principalTable: "funeral_preparation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_arrangement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    contract_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    disposition = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    hall = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    farewell_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    farewell_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    people = table.Column<int>(type: "integer", nullable: false),
                    cremator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    cremation_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    furnace = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    bones = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    own_urn = table.Column<bool>(type: "boolean", nullable: false),
                    wishes = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    replaces = table.Column<Guid>(type: "uuid", nullable: true),
                    quoted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    quoted_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    quotation_paper = table.Column<Guid>(type: "uuid", nullable: true),
                    contract_paper = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_arrangement", x => x.id);
                    table.CheckConstraint("funeral_arrangement_order", "cremation_at is null or farewell_until is null or cremation_at >= farewell_until");
                    table.CheckConstraint("funeral_arrangement_signed_whole", "(state = 'Signed') = (signed_at is not null) and (state = 'Signed') = (quotation_paper is not null) and (state = 'Signed') = (contract_paper is not null) and (state = 'Signed') = (signed_by is not null)");
                    table.ForeignKey(
                        name: "FK_funeral_arrangement_funeral_arrangement_replaces",
                        column: x => x.replaces,
                        principalTable: "funeral_arrangement",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_funeral_arrangement_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_funeral_arrangement_funeral_signed_paper_contract_paper",
                        column: x => x.contract_paper,
                        principalTable: "funeral_signed_paper",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_funeral_arrangement_funeral_signed_paper_quotation_paper",
                        column: x => x.quotation_paper,
                        principalTable: "funeral_signed_paper",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "funeral_belonging",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    feature = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    checked_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    fate = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fate_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fate_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    paper = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_belonging", x => x.id);
                    table.CheckConstraint("funeral_belonging_checked_first", "fate = 'Kept' or checked_by is not null");
                    table.CheckConstraint("funeral_belonging_quantity", "quantity between 1 and 99");
                    table.CheckConstraint("funeral_belonging_returned", "(fate = 'Returned') = (paper is not null)");
                    table.CheckConstraint("funeral_belonging_two", "checked_by is null or checked_by <> recorded_by");
                    table.ForeignKey(
                        name: "FK_funeral_belonging_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_funeral_belonging_funeral_signed_paper_paper",
                        column: x => x.paper,
                        principalTable: "funeral_signed_paper",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "funeral_arrangement_item",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    unit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(200)", maxLength: 200, nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    fen = table.Column<long>(type: "bigint", nullable: true),
                    price_kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_arrangement_item", x => new { x.version_id, x.line });
                    table.CheckConstraint("funeral_arrangement_item_quantity", "quantity between 1 and 99 and (fen is null or fen >= 0)");
                    table.ForeignKey(
                        name: "FK_funeral_arrangement_item_funeral_arrangement_version_id",
                        column: x => x.version_id,
                        principalTable: "funeral_arrangement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "funeral_pickup_driver_running",
                table: "funeral_pickup",
                column: "driver",
                unique: true,
                filter: "status in ('Departed', 'OnSite')");

            migrationBuilder.CreateIndex(
                name: "funeral_pickup_one_open",
                table: "funeral_pickup",
                column: "case_id",
                unique: true,
                filter: "status in ('Booked', 'Dispatched', 'Accepted', 'Departed', 'OnSite')");

            migrationBuilder.CreateIndex(
                name: "funeral_pickup_vehicle_running",
                table: "funeral_pickup",
                column: "vehicle",
                unique: true,
                filter: "status in ('Departed', 'OnSite')");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_pickup_changed_at_id",
                table: "funeral_pickup",
                columns: new[] { "changed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_pickup_driver_status",
                table: "funeral_pickup",
                columns: new[] { "driver", "status" });

            migrationBuilder.AddCheckConstraint(
                name: "funeral_pickup_odometer",
                table: "funeral_pickup",
                sql: "odometer_end is null or odometer_start is null or odometer_end >= odometer_start");

            migrationBuilder.AddCheckConstraint(
                name: "funeral_pickup_order",
                table: "funeral_pickup",
                sql: "(accepted_at is null or accepted_at >= dispatched_at) and (departed_at is null or departed_at >= accepted_at) and (arrived_at is null or arrived_at >= departed_at) and (loaded_at is null or loaded_at >= arrived_at) and (handed_over_at is null or handed_over_at >= picked_up_at)");

            migrationBuilder.AddCheckConstraint(
                name: "funeral_pickup_steps",
                table: "funeral_pickup",
                sql: "(accepted_at is null or dispatched_at is not null) and (departed_at is null or accepted_at is not null) and (arrived_at is null or departed_at is not null) and (loaded_at is null or arrived_at is not null) and (handed_over_at is null or picked_up_at is not null)");

            migrationBuilder.CreateIndex(
                name: "funeral_custody_arrivals",
                table: "funeral_custody",
                column: "at",
                filter: "from_place = 'InVehicle'");

            migrationBuilder.CreateIndex(
                name: "funeral_custody_place",
                table: "funeral_custody",
                columns: new[] { "to_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_contract_opinion_id",
                table: "funeral_contract",
                column: "opinion_id");

            migrationBuilder.AddCheckConstraint(
                name: "funeral_contract_opinion",
                table: "funeral_contract",
                sql: "opinion_id is null or disposition = 'Cremation'");

            migrationBuilder.CreateIndex(
                name: "booking_place_key",
                table: "booking_place",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "booking_place_phone",
                table: "booking_place",
                columns: new[] { "slot_id", "phone_index" },
                unique: true,
                filter: "state = 'Booked'");

            migrationBuilder.CreateIndex(
                name: "booking_slot_once",
                table: "booking_slot",
                columns: new[] { "plan", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "booking_slot_serial",
                table: "booking_slot",
                column: "serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_slot_institution_date",
                table: "booking_slot",
                columns: new[] { "institution", "date" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_archive_number",
                table: "funeral_archive",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_arrangement_edition",
                table: "funeral_arrangement",
                columns: new[] { "case_id", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_arrangement_number",
                table: "funeral_arrangement",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_arrangement_one_first",
                table: "funeral_arrangement",
                column: "case_id",
                unique: true,
                filter: "state = 'Signed' and replaces is null");

            migrationBuilder.CreateIndex(
                name: "funeral_arrangement_one_open",
                table: "funeral_arrangement",
                column: "case_id",
                unique: true,
                filter: "state = 'Quoted'");

            migrationBuilder.CreateIndex(
                name: "funeral_arrangement_replaced_once",
                table: "funeral_arrangement",
                column: "replaces",
                unique: true,
                filter: "state = 'Signed'");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_arrangement_contract_paper",
                table: "funeral_arrangement",
                column: "contract_paper");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_arrangement_quotation_paper",
                table: "funeral_arrangement",
                column: "quotation_paper");

            migrationBuilder.CreateIndex(
                name: "funeral_arrangement_item_once",
                table: "funeral_arrangement_item",
                columns: new[] { "version_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_ashes_absence_cremation_id",
                table: "funeral_ashes_absence",
                column: "cremation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_ashes_receipt_case_id",
                table: "funeral_ashes_receipt",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "funeral_belonging_line",
                table: "funeral_belonging",
                columns: new[] { "case_id", "line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_belonging_paper",
                table: "funeral_belonging",
                column: "paper");

            migrationBuilder.CreateIndex(
                name: "funeral_body_part_paper",
                table: "funeral_body_part",
                columns: new[] { "hospital", "paper_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_body_part_institution_received_at",
                table: "funeral_body_part",
                columns: new[] { "institution", "received_at" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_body_part_number",
                table: "funeral_body_part",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_ceremony_hall",
                table: "funeral_ceremony",
                column: "hall",
                unique: true,
                filter: "state = 'Running'");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_ceremony_case_id",
                table: "funeral_ceremony",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_cremation_reading_cremation_id",
                table: "funeral_cremation_reading",
                column: "cremation_id");

            migrationBuilder.CreateIndex(
                name: "funeral_desk_draft_one",
                table: "funeral_desk_draft",
                columns: new[] { "owner", "case_id" },
                unique: true,
                filter: "case_id is not null");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_desk_draft_expires_at",
                table: "funeral_desk_draft",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_desk_draft_owner_updated_at",
                table: "funeral_desk_draft",
                columns: new[] { "owner", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_disinfection_vehicle_at",
                table: "funeral_disinfection",
                columns: new[] { "vehicle", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_emission_cremator_taken_at",
                table: "funeral_emission",
                columns: new[] { "cremator", "taken_at" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_emission_institution_taken_at",
                table: "funeral_emission",
                columns: new[] { "institution", "taken_at" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_furnace_call_case_id",
                table: "funeral_furnace_call",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_furnace_call_institution_at",
                table: "funeral_furnace_call",
                columns: new[] { "institution", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_furnace_stop_cremator",
                table: "funeral_furnace_stop",
                column: "cremator");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_furnace_stop_institution_from",
                table: "funeral_furnace_stop",
                columns: new[] { "institution", "from" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_maintenance_resource_starts_at",
                table: "funeral_maintenance",
                columns: new[] { "resource", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "funeral_overdue_one",
                table: "funeral_overdue_stay",
                column: "case_id",
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "funeral_overdue_public",
                table: "funeral_overdue_stay",
                column: "announced_at",
                filter: "announced_at is not null and ended_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_overdue_stay_institution_state_id",
                table: "funeral_overdue_stay",
                columns: new[] { "institution", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_paper_case_id_item",
                table: "funeral_paper",
                columns: new[] { "case_id", "item" });

            migrationBuilder.CreateIndex(
                name: "funeral_preparation_at_work",
                table: "funeral_preparation",
                column: "case_id",
                unique: true,
                filter: "state = 'Started'");

            migrationBuilder.CreateIndex(
                name: "funeral_preparation_number",
                table: "funeral_preparation",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_preparation_case_id_id",
                table: "funeral_preparation",
                columns: new[] { "case_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_preparation_institution_state_wanted_at",
                table: "funeral_preparation",
                columns: new[] { "institution", "state", "wanted_at" });

            migrationBuilder.CreateIndex(
                name: "funeral_photo_due",
                table: "funeral_preparation_photo",
                column: "delete_after",
                filter: "deleted_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_preparation_photo_order_id",
                table: "funeral_preparation_photo",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_schedule_wish_institution_wished_at",
                table: "funeral_schedule_wish",
                columns: new[] { "institution", "wished_at" });

            migrationBuilder.CreateIndex(
                name: "funeral_shift_one_open",
                table: "funeral_shift",
                column: "institution",
                unique: true,
                filter: "taken_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_shift_institution_given_at",
                table: "funeral_shift",
                columns: new[] { "institution", "given_at" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_shift_number",
                table: "funeral_shift",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_signed_paper_once",
                table: "funeral_signed_paper",
                columns: new[] { "subject", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_signed_paper_case_id_at",
                table: "funeral_signed_paper",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "funeral_stay_extension_seq",
                table: "funeral_stay_extension",
                columns: new[] { "case_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_stay_letter_case_id_issued_at",
                table: "funeral_stay_letter",
                columns: new[] { "case_id", "issued_at" });

            migrationBuilder.CreateIndex(
                name: "funeral_temperature_once",
                table: "funeral_temperature",
                columns: new[] { "institution", "zone", "sensor", "at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_temperature_institution_zone_at",
                table: "funeral_temperature",
                columns: new[] { "institution", "zone", "at" });

            migrationBuilder.CreateIndex(
                name: "funeral_alarm_one",
                table: "funeral_temperature_alarm",
                columns: new[] { "institution", "zone", "kind" },
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "funeral_alarm_queue",
                table: "funeral_temperature_alarm",
                columns: new[] { "institution", "raised_at" },
                filter: "acknowledged_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_temperature_alarm_institution_id",
                table: "funeral_temperature_alarm",
                columns: new[] { "institution", "id" });

            migrationBuilder.CreateIndex(
                name: "funeral_trip_attachment_once",
                table: "funeral_trip_attachment",
                columns: new[] { "order_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_trip_step_once",
                table: "funeral_trip_step",
                columns: new[] { "order_id", "run", "act" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_vehicle_record_institution",
                table: "funeral_vehicle_record",
                column: "institution");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_working_shift_institution_role",
                table: "funeral_working_shift",
                columns: new[] { "institution", "role" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_lane_subject",
                table: "kernel_lane",
                column: "subject",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_funeral_contract_funeral_overdue_stay_opinion_id",
                table: "funeral_contract",
                column: "opinion_id",
                principalTable: "funeral_overdue_stay",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_funeral_contract_funeral_overdue_stay_opinion_id",
                table: "funeral_contract");

            migrationBuilder.DropTable(
                name: "booking_place");

            migrationBuilder.DropTable(
                name: "booking_slot");

            migrationBuilder.DropTable(
                name: "booking_slot_plan");

            migrationBuilder.DropTable(
                name: "funeral_archive");

            migrationBuilder.DropTable(
                name: "funeral_archive_item");

            migrationBuilder.DropTable(
                name: "funeral_arrangement_item");

            migrationBuilder.DropTable(
                name: "funeral_ashes_absence");

            migrationBuilder.DropTable(
                name: "funeral_ashes_receipt");

            migrationBuilder.DropTable(
                name: "funeral_belonging");

            migrationBuilder.DropTable(
                name: "funeral_body_part");

            migrationBuilder.DropTable(
                name: "funeral_ceremony");

            migrationBuilder.DropTable(
                name: "funeral_cremation_reading");

            migrationBuilder.DropTable(
                name: "funeral_crew_licence");

            migrationBuilder.DropTable(
                name: "funeral_desk_draft");

            migrationBuilder.DropTable(
                name: "funeral_disinfection");

            migrationBuilder.DropTable(
                name: "funeral_emission");

            migrationBuilder.DropTable(
                name: "funeral_furnace_call");

            migrationBuilder.DropTable(
                name: "funeral_furnace_stop");

            migrationBuilder.DropTable(
                name: "funeral_maintenance");

            migrationBuilder.DropTable(
                name: "funeral_overdue_stay");

            migrationBuilder.DropTable(
                name: "funeral_paper");

            migrationBuilder.DropTable(
                name: "funeral_preparation_photo");

            migrationBuilder.DropTable(
                name: "funeral_schedule_wish");

            migrationBuilder.DropTable(
                name: "funeral_screen_name");

            migrationBuilder.DropTable(
                name: "funeral_service_item");

            migrationBuilder.DropTable(
                name: "funeral_shift");

            migrationBuilder.DropTable(
                name: "funeral_stay_extension");

            migrationBuilder.DropTable(
                name: "funeral_stay_letter");

            migrationBuilder.DropTable(
                name: "funeral_temperature");

            migrationBuilder.DropTable(
                name: "funeral_temperature_alarm");

            migrationBuilder.DropTable(
                name: "funeral_trip_attachment");

            migrationBuilder.DropTable(
                name: "funeral_trip_position");

            migrationBuilder.DropTable(
                name: "funeral_trip_step");

            migrationBuilder.DropTable(
                name: "funeral_vehicle_record");

            migrationBuilder.DropTable(
                name: "funeral_working_shift");

            migrationBuilder.DropTable(
                name: "kernel_lane");

            migrationBuilder.DropTable(
                name: "funeral_arrangement");

            migrationBuilder.DropTable(
                name: "funeral_preparation");

            migrationBuilder.DropTable(
                name: "funeral_signed_paper");

            migrationBuilder.DropIndex(
                name: "funeral_pickup_driver_running",
                table: "funeral_pickup");

            migrationBuilder.DropIndex(
                name: "funeral_pickup_one_open",
                table: "funeral_pickup");

            migrationBuilder.DropIndex(
                name: "funeral_pickup_vehicle_running",
                table: "funeral_pickup");

            migrationBuilder.DropIndex(
                name: "IX_funeral_pickup_changed_at_id",
                table: "funeral_pickup");

            migrationBuilder.DropIndex(
                name: "IX_funeral_pickup_driver_status",
                table: "funeral_pickup");

            migrationBuilder.DropCheckConstraint(
                name: "funeral_pickup_odometer",
                table: "funeral_pickup");

            migrationBuilder.DropCheckConstraint(
                name: "funeral_pickup_order",
                table: "funeral_pickup");

            migrationBuilder.DropCheckConstraint(
                name: "funeral_pickup_steps",
                table: "funeral_pickup");

            migrationBuilder.DropIndex(
                name: "funeral_custody_arrivals",
                table: "funeral_custody");

            migrationBuilder.DropIndex(
                name: "funeral_custody_place",
                table: "funeral_custody");

            migrationBuilder.DropIndex(
                name: "IX_funeral_contract_opinion_id",
                table: "funeral_contract");

            migrationBuilder.DropCheckConstraint(
                name: "funeral_contract_opinion",
                table: "funeral_contract");

            migrationBuilder.DropColumn(
                name: "accepted_at",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "arrived_at",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "cancelled_by",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "changed_at",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "departed_at",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "dispatched_at",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "dispatched_by",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "estimate_fen",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "expected_at",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "failure",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "handed_over_at",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "loaded_at",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "odometer_end",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "odometer_start",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "permit_issuer",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "permit_number",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "receiver",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "run",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "suggested_distance",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "opinion_id",
                table: "funeral_contract");

            migrationBuilder.DropColumn(
                name: "extended_until",
                table: "funeral_case");

            migrationBuilder.CreateIndex(
                name: "funeral_pickup_one_open",
                table: "funeral_pickup",
                column: "case_id",
                unique: true,
                filter: "status = 'Booked'");
        }
    }
}
