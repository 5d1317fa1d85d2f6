/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Cuts a text into the folded tokens that are indexed and searched for.
 *
 * A word is a run of letters, digits and the marks that folding keeps. Chinese, Japanese, Thai and their neighbours
 * are written without spaces, and are cut into single characters: a search for several is a search for a phrase.
 *
 * A word with hyphens or apostrophes is found by its parts and as a whole: “mesa-optimiser” by mesa, by optimiser and
 * by mesaoptimiser; “Goodhart’s” by goodhart and goodharts. Numbers (“3.5”, “1,000”) are cut into parts too, and the
 * parts stay next to each other.
 */

#include "config.h"

#include "plumb-tokenizer.h"

#include <string.h>

#include "plumb-fold.h"

/* Longer than any word. What goes beyond is not looked at, in the index and in queries alike. */
#define MAX_TOKEN_LENGTH 120
#define MAX_JOINED_PARTS 5

typedef enum {
  CLASS_OTHER,
  CLASS_WORD,
  CLASS_UNSPACED,
  CLASS_MARK,
  CLASS_CONNECTOR,
} CharClass;

typedef struct {
  GString *text;
  gsize start;
  gsize end;
  /* What joins it to the part before. */
  gunichar connector;
} Part;

typedef struct {
  PlumbTokenFunc func;
  gpointer user_data;
  int result;

  guint run;
  /* Only the first N_PARTS hold something; the others are kept to be used again. */
  GPtrArray *parts;
  guint n_parts;
  gunichar connector;
  gunichar last_char;
  GString *joined;
  /* Whether what is open is a character of a script without spaces. */
  gboolean unspaced;
} Tokenizer;

static Part *
part_new (void)
{
  Part *part = g_new0 (Part, 1);

  part->text = g_string_new (NULL);

  return part;
}

static void
part_free (Part *part)
{
  g_string_free (part->text, TRUE);
  g_free (part);
}

static gboolean
is_unspaced (gunichar c)
{
  if (c < 0x0e00) {
    return FALSE;
  }

  /* The mark that lengthens a vowel belongs to no one script, and is written in kana. */
  if (c == 0x30fc) {
    return TRUE;
  }

  switch ((int) g_unichar_get_script (c)) {
  case G_UNICODE_SCRIPT_BOPOMOFO:
  case G_UNICODE_SCRIPT_HAN:
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA:
  case G_UNICODE_SCRIPT_KHMER:
  case G_UNICODE_SCRIPT_LAO:
  case G_UNICODE_SCRIPT_MYANMAR:
  case G_UNICODE_SCRIPT_THAI:
  case G_UNICODE_SCRIPT_TIBETAN:
  case G_UNICODE_SCRIPT_YI:
    return TRUE;
  default:
    return FALSE;
  }
}

static CharClass
classify (gunichar c)
{
  if (c < 0x80) {
    if (g_ascii_isalnum ((char) c)) {
      return CLASS_WORD;
    }
    switch (c) {
    case '-':
    case '\'':
    case '_':
    case '.':
    case ',':
    case ':':
      return CLASS_CONNECTOR;
    default:
      return CLASS_OTHER;
    }
  }

  switch ((int) g_unichar_type (c)) {
  case G_UNICODE_LOWERCASE_LETTER:
  case G_UNICODE_MODIFIER_LETTER:
  case G_UNICODE_OTHER_LETTER:
  case G_UNICODE_TITLECASE_LETTER:
  case G_UNICODE_UPPERCASE_LETTER:
  case G_UNICODE_DECIMAL_NUMBER:
  case G_UNICODE_LETTER_NUMBER:
  case G_UNICODE_OTHER_NUMBER:
    return is_unspaced (c) ? CLASS_UNSPACED : CLASS_WORD;
  case G_UNICODE_ENCLOSING_MARK:
  case G_UNICODE_NON_SPACING_MARK:
  case G_UNICODE_SPACING_MARK:
    return CLASS_MARK;
  default:
    return CLASS_OTHER;
  }
}

static void
emit (Tokenizer *self, PlumbTokenKind kind, GString *text, gsize start, gsize end)
{
  const PlumbToken token = {
    .kind = kind,
    .text = text->str,
    .length = text->len,
    .start = start,
    .end = end,
    .run = self->run,
  };

  if (self->result == 0) {
    self->result = self->func (&token, self->user_data);
  }
}

static Part *
nth_part (Tokenizer *self, guint n)
{
  return g_ptr_array_index (self->parts, n);
}

/* Digits with a point between them are no word without it: 3.5 is not 35. */
static gboolean
can_join (Tokenizer *self)
{
  gsize length = 0;

  if (self->n_parts < 2 || self->n_parts > MAX_JOINED_PARTS) {
    return FALSE;
  }

  for (guint i = 0; i < self->n_parts; i++) {
    Part *part = nth_part (self, i);

    if (part->connector == '.' || part->connector == ',' || part->connector == ':') {
      return FALSE;
    }
    length += part->text->len;
  }

  return length <= MAX_TOKEN_LENGTH;
}

static void
flush (Tokenizer *self)
{
  guint n_parts = self->n_parts;
  Part *first;

  if (n_parts == 0) {
    return;
  }

  first = nth_part (self, 0);

  if (self->unspaced) {
    emit (self, PLUMB_TOKEN_IDEOGRAPH, first->text, first->start, first->end);
  } else if (n_parts == 1) {
    emit (self, PLUMB_TOKEN_WORD, first->text, first->start, first->end);
  } else {
    Part *last = nth_part (self, n_parts - 1);

    emit (self, PLUMB_TOKEN_WORD, first->text, first->start, first->end);

    if (can_join (self)) {
      g_string_truncate (self->joined, 0);
      for (guint i = 0; i < n_parts; i++) {
        g_string_append (self->joined, nth_part (self, i)->text->str);
      }
      emit (self, PLUMB_TOKEN_JOINED, self->joined, first->start, last->end);
    }

    /* The s of a genitive is no word, and would stand between the words of a phrase. */
    if (last->connector == '\'' && g_str_equal (last->text->str, "s")) {
      n_parts--;
    }
    for (guint i = 1; i < n_parts; i++) {
      Part *part = nth_part (self, i);

      emit (self, PLUMB_TOKEN_WORD, part->text, part->start, part->end);
    }
  }

  self->n_parts = 0;
}

/* Ends what is open, so that nothing after it belongs to it. */
static void
end_run (Tokenizer *self)
{
  flush (self);
  self->connector = 0;
  self->unspaced = FALSE;
  self->run++;
}

static void
open_part (Tokenizer *self, gsize start)
{
  Part *part;

  if (self->n_parts == self->parts->len) {
    g_ptr_array_add (self->parts, part_new ());
  }

  part = nth_part (self, self->n_parts++);
  g_string_truncate (part->text, 0);
  part->start = start;
  part->connector = self->connector;

  self->connector = 0;
}

static void
append_char (Tokenizer *self, gunichar c, gsize end)
{
  Part *part = nth_part (self, self->n_parts - 1);

  if (part->text->len < MAX_TOKEN_LENGTH) {
    if (c < 0x80) {
      g_string_append_c (part->text, (char) c);
    } else {
      g_string_append_unichar (part->text, c);
    }
  }
  part->end = end;
  self->last_char = c;
}

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

static gboolean
connects (Tokenizer *self, gunichar next)
{
  switch (self->connector) {
  case '-':
  case '\'':
  case '_':
    return TRUE;
  default:
    return is_digit (self->last_char) && is_digit (next);
  }
}

static void
feed (Tokenizer *self, gunichar c, gsize start, gsize end)
{
  switch (classify (c)) {
  case CLASS_WORD:
    if (self->unspaced || (self->connector != 0 && !connects (self, c))) {
      end_run (self);
    }
    if (self->n_parts == 0 || self->connector != 0) {
      open_part (self, start);
    }
    append_char (self, c, end);
    break;

  case CLASS_UNSPACED:
    if (!self->unspaced) {
      end_run (self);
      self->unspaced = TRUE;
    }
    flush (self);
    open_part (self, start);
    append_char (self, c, end);
    break;

  case CLASS_MARK:
    if (self->n_parts > 0 && self->connector == 0) {
      append_char (self, c, end);
    }
    break;

  case CLASS_CONNECTOR:
    if (self->n_parts > 0 && !self->unspaced && self->connector == 0) {
      self->connector = c;
    } else {
      end_run (self);
    }
    break;

  case CLASS_OTHER:
    end_run (self);
    break;

  default:
    g_assert_not_reached ();
  }
}

/* Takes a run of ASCII letters and digits at once. */
static void
feed_ascii_word (Tokenizer *self, const char *text, gsize start, gsize end)
{
  Part *part;

  feed (self, (gunichar) g_ascii_tolower (text[start]), start, start + 1);

  part = nth_part (self, self->n_parts - 1);
  for (gsize at = start + 1; at < end && part->text->len < MAX_TOKEN_LENGTH; at++) {
    g_string_append_c (part->text, g_ascii_tolower (text[at]));
  }
  part->end = end;
  self->last_char = (gunichar) g_ascii_tolower (text[end - 1]);
}

/* Takes ASCII for as long as there is any, which is most of most texts and needs no folding to speak of. A last character
 * before anything else is left alone, because a mark on it may follow. Returns where this ends. */
static gsize
feed_ascii (Tokenizer *self, const char *text, gsize start, gsize length)
{
  gsize limit = start;

  while (limit < length && (guchar) text[limit] < 0x80) {
    limit++;
  }
  if (limit < length && limit > start) {
    limit--;
  }

  while (start < limit && self->result == 0) {
    gsize end = start;

    while (end < limit && g_ascii_isalnum (text[end])) {
      end++;
    }
    if (end > start) {
      feed_ascii_word (self, text, start, end);
    } else {
      feed (self, (gunichar) text[start], start, start + 1);
      end = start + 1;
    }
    start = end;
  }

  return start;
}

/**
 * plumb_tokenize:
 * @text: a text in UTF-8; anything else in it is read as a gap between words
 * @length: its length in bytes, or -1 where it ends with a zero
 * @func: what to call for each token
 * @user_data: data for @func
 *
 * Cuts @text into tokens, in order.
 *
 * Returns: 0, or what @func ended it with
 */
int
plumb_tokenize (const char *text, gssize length, PlumbTokenFunc func, gpointer user_data)
{
  Tokenizer self = { 0 };
  PlumbFoldIter iter;
  gsize size;

  g_return_val_if_fail (text != NULL || length == 0, 0);
  g_return_val_if_fail (func != NULL, 0);

  size = length < 0 ? strlen (text) : (gsize) length;

  self.func = func;
  self.user_data = user_data;
  self.parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  self.joined = g_string_new (NULL);

  plumb_fold_iter_init (&iter, text, (gssize) size);
  while (self.result == 0) {
    plumb_fold_iter_skip (&iter, feed_ascii (&self, text, iter.end, size));
    if (!plumb_fold_iter_next (&iter)) {
      break;
    }
    for (guint i = 0; i < iter.n_chars; i++) {
      feed (&self, iter.chars[i], iter.start, iter.end);
    }
  }
  flush (&self);

  g_string_free (self.joined, TRUE);
  g_ptr_array_unref (self.parts);

  return self.result;
}
